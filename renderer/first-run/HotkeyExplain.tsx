import { useTranslation } from 'react-i18next';
import { Callout } from '../ui/Callout.tsx';

/** The command that opens the lookup from a shortcut of the desktop's own. */
const COMMAND = 'cxpress-tray --lookup';

/** Why a hotkey may stay silent on Wayland, and what to do. Nothing elsewhere. */
export function HotkeyExplain({ wayland }: { wayland: boolean }) {
  const { t } = useTranslation();
  if (!wayland) return null;
  return <Callout tone="info" what={t('screens.setUp.hotkey.wayland.what')} next={<>{t('screens.setUp.hotkey.wayland.next')}{' '}<code className="rounded bg-surface px-1.5 py-0.5 font-mono text-sm whitespace-nowrap select-text">{COMMAND}</code></>} />;
}
