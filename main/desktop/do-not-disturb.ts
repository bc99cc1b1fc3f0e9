import type { DesktopFacts } from '../../contract/desktop-facts.ts';
import type { Clock } from '../../core/clock.ts';
import { READ_PROPERTY } from './bus-question.ts';
import type { AskBus } from './bus-question.ts';
import { createFreshAnswer } from './fresh-answer.ts';
import type { RunProgram } from './tray/tray-presence.ts';

/** The system's do-not-disturb. */
export interface DoNotDisturb {
  /** As far as is known now; it may be some seconds old. */
  now(): DesktopFacts['doNotDisturb'];
  /** Asks, where it can be asked. Never rejects. */
  look(): Promise<DesktopFacts['doNotDisturb']>;
}

/** What asking needs. `desktop` is XDG_CURRENT_DESKTOP. */
export interface DoNotDisturbNeeds {
  readonly platform: string;
  readonly desktop: string;
  readonly ask: AskBus;
  readonly run: RunProgram;
  readonly clock: Clock;
}

const FRESH_MS = 5_000;
const SERVICE = 'org.freedesktop.Notifications';

/** GNOME and its kin keep a setting for it; the property `Inhibited` is KDE's way, which others have taken over. */
async function askLinux({ desktop, ask, run }: DoNotDisturbNeeds): Promise<DesktopFacts['doNotDisturb']> {
  if (/gnome|unity|budgie/i.test(desktop)) {
    const banners = (await run('gsettings', ['get', 'org.gnome.desktop.notifications', 'show-banners']))?.trim();
    if (banners === 'true' || banners === 'false') return banners === 'true' ? 'off' : 'on';
  }
  const inhibited = await ask({ bus: 'session', to: SERVICE, path: `/${SERVICE.replaceAll('.', '/')}`, method: READ_PROPERTY, texts: [SERVICE, 'Inhibited'] });
  if (inhibited !== null && /\btrue\b/.test(inhibited)) return 'on';
  return inhibited !== null && /\bfalse\b/.test(inhibited) ? 'off' : 'unknown';
}

/** Asks when somebody wants to know. Windows and macOS tell no program, and hold toasts back by themselves. */
export function createDoNotDisturb(needs: DoNotDisturbNeeds): DoNotDisturb {
  if (needs.platform !== 'linux') return { now: () => 'unknown', look: () => Promise.resolve('unknown') };
  const answer = createFreshAnswer<DesktopFacts['doNotDisturb']>(() => askLinux(needs), 'unknown', FRESH_MS, needs.clock);
  return { now: () => answer.now(), look: () => answer.look() };
}
