import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import type { Store } from '../../core/store/store.ts';
import type { Preferences } from '../preferences/preferences.ts';

/** What forgetting needs. */
export interface RetentionNeeds {
  readonly store: Pick<Store, 'forget'>;
  readonly preferences: Pick<Preferences, 'get' | 'onChange'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The start has better things to do. */
const FIRST_AFTER_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** Between two slices, so that whoever reads the copy gets in between. */
const PAUSE_MS = 250;
/** After a change of the setting: who tries the choices out has not chosen yet. */
const SETTLED_MS = 5_000;

/** Forgets history and what is gone after as many days as the settings say: once a day, and when the setting changes. Returns its end. */
export function composeRetention({ store, preferences, clock, log }: RetentionNeeds): () => void {
  let cancel: () => void = () => undefined;
  let ended = false;

  const runIn = (ms: number): void => {
    cancel();
    if (!ended) cancel = clock.after(ms, () => void slice());
  };
  const slice = async (): Promise<void> => {
    const days = preferences.get().retentionDays;
    const more = days !== 0 && (await store.forget(days, clock.now()).catch((error: unknown) => {
      log.warn('retention.failed', { error });
      return false;
    }));
    runIn(more ? PAUSE_MS : DAY_MS);
  };
  const stop = preferences.onChange(({ now, before }) => {
    if (now.retentionDays !== before.retentionDays) runIn(SETTLED_MS);
  });
  runIn(FIRST_AFTER_MS);
  return () => {
    ended = true;
    cancel();
    stop();
  };
}
