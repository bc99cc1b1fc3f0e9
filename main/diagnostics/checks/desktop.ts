import type { DesktopFacts } from '../../../contract/desktop-facts.ts';
import { verdict } from '../verdict.ts';
import type { Check } from '../verdict.ts';

type Facts = () => Promise<DesktopFacts>;

/** Whether there is a tray. */
export function trayCheck(facts: Facts): Check {
  return async () => {
    const { tray, kind } = await facts();
    return verdict('tray', tray ? 'present' : kind === 'gnome' ? 'absentGnome' : 'absent');
  };
}

/** Whether the hotkey of the settings is held. `hotkey`: empty when none is set. */
export function hotkeyCheck(hotkey: () => string, facts: Facts): Check {
  return async () => {
    const wanted = hotkey();
    if (wanted === '') return verdict('hotkey', 'none');
    const { hotkeyBound, wayland } = await facts();
    return verdict('hotkey', !hotkeyBound ? 'notBound' : wayland ? 'wayland' : 'bound', { hotkey: wanted });
  };
}
