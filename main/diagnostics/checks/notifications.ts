import type { DesktopFacts } from '../../../contract/desktop-facts.ts';
import { isPausedAt } from '../../../contract/pause.ts';
import type { Store } from '../../../core/store/store.ts';
import type { Clock } from '../../../core/clock.ts';
import type { AskBus } from '../../desktop/bus-question.ts';
import { verdict } from '../verdict.ts';
import type { Check } from '../verdict.ts';

/** How the system answered a toast. */
export interface Answered {
  readonly at: number;
  readonly shown: boolean;
  readonly via: string;
}

/** What the check of notifications asks. */
export interface NotificationCheckNeeds {
  readonly platform: string;
  readonly store: Pick<Store, 'ledgerPage'>;
  /** The last test toast of this run; null when there was none. */
  readonly lastTest: () => Answered | null;
  readonly pausedUntil: () => number;
  readonly doNotDisturb: () => Promise<DesktopFacts['doNotDisturb']>;
  readonly ask: AskBus;
  readonly clock: Clock;
}

const SERVICE = 'org.freedesktop.Notifications';
/** Entries of the ledger that are looked at for a toast. */
const LOOKED_AT = 100;

async function lastToast(store: Pick<Store, 'ledgerPage'>, now: number): Promise<Answered | null> {
  const { entries } = await store.ledgerPage({ item: null, search: '', offset: 0, limit: LOOKED_AT, now });
  const told = entries.flatMap(({ toast }) => (toast && toast.shown !== null ? [{ at: toast.claimedAt, shown: toast.shown, via: toast.via ?? 'none' }] : []));
  return told.reduce<Answered | null>((last, one) => (last && last.at >= one.at ? last : one), null);
}

/** Says what stands between an event and the person's eyes: the worst first. Shows no toast by itself. */
export function notificationsCheck({ platform, store, lastTest, pausedUntil, doNotDisturb, ask, clock }: NotificationCheckNeeds): Check {
  return async () => {
    const now = clock.now();
    const service = platform === 'linux' ? await ask({ bus: 'session', to: SERVICE, path: `/${SERVICE.replaceAll('.', '/')}`, method: `${SERVICE}.GetServerInformation` }) : 'asked nobody';
    if (service === null) return verdict('notifications', 'noService');
    const [test, toast] = [lastTest(), await lastToast(store, now)];
    const last = test && (!toast || test.at >= toast.at) ? test : toast;
    if (last && !last.shown) return verdict('notifications', 'notShown', { via: last.via });
    if (isPausedAt(pausedUntil(), now)) return verdict('notifications', 'paused');
    if ((await doNotDisturb()) === 'on') return verdict('notifications', 'doNotDisturb');
    if (last) return verdict('notifications', 'shown', { via: last.via });
    return verdict('notifications', platform === 'linux' ? 'ready' : 'untried');
  };
}
