import type { QueueEntity } from '../../contract/entity.ts';
import type { Clock } from '../../core/clock.ts';
import { createEmitter } from '../../core/emitter.ts';
import type { Logger } from '../../core/log.ts';
import type { Store, Viewer } from '../../core/store/store.ts';

/** Counts of the store as last read: the tray and the status line need them at once, the store answers later. */
export interface StoreCounts {
  unread(): Readonly<Record<QueueEntity, number>>;
  quarantined(): number;
  /** Rows changed, or who looks at them: the counts are read again soon, once for many changes. */
  refresh(): void;
  onChange(listener: () => void): () => void;
  dispose(): void;
}

const DELAY_MS = 50;

/** Makes {@link StoreCounts} that begin at zero and read at once. Unread is what concerns the viewer, who is asked for at each reading. */
export function createStoreCounts(store: Pick<Store, 'unread' | 'quarantineCount'>, viewer: () => Viewer, clock: Clock, log: Logger): StoreCounts {
  const changes = createEmitter<null>();
  let unread: Readonly<Record<QueueEntity, number>> = { ticket: 0, task: 0 };
  let quarantined = 0;
  let cancel: (() => void) | null = null;
  let disposed = false;

  const read = async (): Promise<void> => {
    const [nextUnread, nextQuarantined] = await Promise.all([store.unread(viewer()), store.quarantineCount()]);
    if (disposed) return;
    unread = nextUnread;
    quarantined = nextQuarantined;
    changes.emit(null);
  };
  const counts: StoreCounts = {
    unread: () => unread,
    quarantined: () => quarantined,
    refresh() {
      if (disposed) return;
      cancel ??= clock.after(DELAY_MS, () => {
        cancel = null;
        read().catch((error: unknown) => log.warn('counts.notRead', { error }));
      });
    },
    onChange: (listener) => changes.on(() => listener()),
    dispose() {
      disposed = true;
      cancel?.();
    },
  };
  counts.refresh();
  return counts;
}
