import type { DesktopFacts } from '../../../contract/desktop-facts.ts';
import { BottomPanel } from './BottomPanel.tsx';
import { GnomeTopBar } from './GnomeTopBar.tsx';
import { MacMenuBar } from './MacMenuBar.tsx';
import { WindowsTaskbar } from './WindowsTaskbar.tsx';

/** A drawing of where the icon is on a system; `label` says it to those who do not see it. */
export function TrayPicture({ kind, label }: { kind: DesktopFacts['kind']; label: string }) {
  switch (kind) {
    case 'windows':
      return <WindowsTaskbar label={label} />;
    case 'macos':
      return <MacMenuBar label={label} />;
    case 'gnome':
      return <GnomeTopBar label={label} />;
    case 'kde':
    case 'other':
      return <BottomPanel label={label} arrow={kind === 'kde'} />;
  }
}
