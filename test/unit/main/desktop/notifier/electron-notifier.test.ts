import { describe, expect, it } from 'vitest';
import { createElectronNotifier } from '../../../../../main/desktop/notifier/electron-notifier.ts';
import type { NotificationClass } from '../../../../../main/desktop/notifier/electron-notifier.ts';
import { fakeClock } from '../../../../support/fake-clock.ts';

interface Made {
  readonly options: Record<string, unknown>;
  closed: number;
  emit(event: string, ...values: unknown[]): void;
}

function system({ supported = true, onShow = 'show', removable = false } = {}) {
  const made: Made[] = [];
  const removed: string[] = [];
  class Notification {
    static isSupported = (): boolean => supported;
    closed = 0;
    options: Record<string, unknown>;
    listeners = new Map<string, (...values: unknown[]) => void>();
    constructor(options: Record<string, unknown>) {
      this.options = options;
      made.push(this);
    }
    on(event: string, listener: (...values: unknown[]) => void): void {
      this.listeners.set(event, listener);
    }
    emit(event: string, ...values: unknown[]): void {
      this.listeners.get(event)?.(...values);
    }
    show(): void {
      if (onShow === 'throw') throw new Error('no');
      if (onShow !== 'silence') this.emit(onShow, {}, 'why');
    }
    close(): void {
      this.closed += 1;
    }
  }
  if (removable) Object.assign(Notification, { remove: (id: string) => removed.push(id) });
  const clock = fakeClock();
  const notifier = createElectronNotifier(Notification as unknown as NotificationClass, '/icon.png', clock);
  const clicks: string[] = [];
  notifier.onClick((id) => clicks.push(id));
  return { notifier, made, clock, clicks, removed };
}

const toast = (id: string) => ({ id, title: 'Title', body: 'Body' });

describe('Electron notifications', () => {
  it('are shown and answered with what the system said', async () => {
    const { notifier, made } = system();
    expect(await notifier.show(toast('t1'))).toEqual({ shown: true, via: 'electron', detail: null });
    expect(made[0]?.options).toEqual({ id: 't1', title: 'Title', body: 'Body', icon: '/icon.png', silent: false, urgency: 'normal' });
  });

  it('are silent, and as urgent as they are said to be', async () => {
    const { notifier, made } = system();
    await notifier.show({ ...toast('t1'), silent: true, urgency: 'critical' });
    expect(made[0]?.options).toMatchObject({ silent: true, urgency: 'critical' });
  });

  it.each([[{ supported: false }, 'unsupported'], [{ onShow: 'failed' as const }, 'failed'], [{ onShow: 'throw' as const }, 'failed']])('say that they could not: %j', async (how, detail) => {
    expect(await system(how).notifier.show(toast('t1'))).toEqual({ shown: false, via: 'electron', detail });
  });

  it('do not wait for ever for a service that hangs', async () => {
    const { notifier, clock } = system({ onShow: 'silence' });
    const answer = notifier.show(toast('t1'));
    await clock.advance(5_000);
    expect(await answer).toEqual({ shown: false, via: 'electron', detail: 'no answer' });
  });

  it('report clicks, also one that comes after the system closed the toast by its own time', async () => {
    const { notifier, made, clicks } = system();
    await notifier.show(toast('t1'));
    made[0]?.emit('close', { reason: 'timedOut' });
    made[0]?.emit('click');
    expect(clicks).toEqual(['t1']);
  });

  it('are replaced by a repetition under the same id', async () => {
    const { notifier, made } = system();
    await notifier.show(toast('t1'));
    await notifier.show(toast('t1'));
    expect(made.map(({ closed }) => closed)).toEqual([1, 0]);
    notifier.withdraw('t1');
    expect(made.map(({ closed }) => closed)).toEqual([1, 1]);
  });

  it('are let go of when closed', async () => {
    const { notifier, made } = system();
    await notifier.show(toast('t1'));
    made[0]?.emit('close', undefined);
    notifier.withdraw('t1');
    expect(made[0]?.closed).toBe(0);
  });

  it('are withdrawn by id where the system can, also from an earlier run', () => {
    const { notifier, removed } = system({ removable: true });
    notifier.withdraw('from yesterday');
    expect(removed).toEqual(['from yesterday']);
  });
});
