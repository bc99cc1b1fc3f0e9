import { describe, expect, it } from 'vitest';
import type { ToastAnswer } from '../../../../../core/notify/port.ts';
import { chooseNotifier } from '../../../../../main/desktop/notifier/choose-notifier.ts';
import { fakeNotifier } from '../../../../support/electron/fake-notifier.ts';
import { recordingLog } from '../../../../support/electron/recording-log.ts';

const toast = { id: 't1', title: 'Title', body: 'Body' };
const yes = (via: string): ToastAnswer => ({ shown: true, via, detail: null });
const no = (via: string, detail: string): ToastAnswer => ({ shown: false, via, detail });

function choice(firstAnswer: ToastAnswer, secondAnswer: ToastAnswer) {
  const first = fakeNotifier(() => firstAnswer);
  const second = fakeNotifier(() => secondAnswer);
  let unavailable = 0;
  return { first, second, notifier: chooseNotifier(first, second, () => void (unavailable += 1), recordingLog()), unavailable: () => unavailable };
}

describe('choosing a notifier', () => {
  it('stays with the first one that shows', async () => {
    const { notifier, second } = choice(yes('electron'), yes('node-notifier'));
    expect(await notifier.show(toast)).toEqual(yes('electron'));
    expect(second.shown).toEqual([]);
  });

  it.each(['unsupported', 'failed'])('goes to the second when the first says %s', async (detail) => {
    const { notifier, second, unavailable } = choice(no('electron', detail), yes('node-notifier'));
    expect(await notifier.show(toast)).toEqual(yes('node-notifier'));
    expect([second.shown, unavailable()]).toEqual([[toast], 0]);
  });

  it('does not show twice what may have appeared, but says that the system gave no answer', async () => {
    const { notifier, second, unavailable } = choice(no('electron', 'no answer'), yes('node-notifier'));
    expect(await notifier.show(toast)).toEqual(no('electron', 'no answer'));
    expect([second.shown, unavailable()]).toEqual([[], 1]);
  });

  it('says so when neither can', async () => {
    const { notifier, unavailable } = choice(no('electron', 'unsupported'), no('node-notifier', 'failed'));
    expect(await notifier.show(toast)).toMatchObject({ shown: false, via: 'none' });
    expect(unavailable()).toBe(1);
  });

  it('hears clicks of both, withdraws from both, ends both', () => {
    const { notifier, first, second } = choice(yes('electron'), yes('node-notifier'));
    const clicks: string[] = [];
    const stop = notifier.onClick((id) => clicks.push(id));
    first.click('a');
    second.click('b');
    stop();
    first.click('c');
    notifier.withdraw('t1');
    notifier.dispose();
    expect([clicks, first.withdrawn, second.withdrawn, first.disposed(), second.disposed()]).toEqual([['a', 'b'], ['t1'], ['t1'], true, true]);
  });
});
