import type { DesktopFacts } from '../../../contract/desktop-facts.ts';
import { ok } from '../../../contract/result.ts';
import type { Hotkey } from '../../desktop/hotkey.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the calls about the desktop need. */
export interface DesktopNeeds {
  readonly facts: () => Promise<DesktopFacts>;
  readonly hotkey: Pick<Hotkey, 'tryOut' | 'cancelTry'>;
}

/** Tells what the desktop offers, and lets the hotkey be tried out. */
export function desktopHandlers({ facts, hotkey }: DesktopNeeds): HandlersOf<'desktop.facts' | 'hotkey.try' | 'hotkey.cancel'> {
  return {
    'desktop.facts': async () => ok(await facts()),
    'hotkey.try': async () => ok({ heard: await hotkey.tryOut() }),
    'hotkey.cancel'() {
      hotkey.cancelTry();
      return ok(null);
    },
  };
}
