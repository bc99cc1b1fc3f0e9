import { describe, expect, it } from 'vitest';
import { createNodeNotifier } from '../../../../../main/desktop/notifier/node-notifier.ts';
import type { ProgramToast } from '../../../../../main/desktop/notifier/node-notifier.ts';
import { fakeClock } from '../../../../support/fake-clock.ts';

type Answer = (error: Error | string | null, response?: string) => void;

function program(behave: (answered: Answer) => void) {
  const asked: ProgramToast[] = [];
  const clock = fakeClock();
  const child = { notify: (toast: ProgramToast, answered: Answer) => { asked.push(toast); behave(answered); } };
  const notifier = createNodeNotifier(child, { icon: '/icon.png', appId: 'app.id' }, clock);
  const clicks: string[] = [];
  notifier.onClick((id) => clicks.push(id));
  return { notifier, asked, clock, clicks };
}

const toast = { id: 't1', title: 'Title', body: 'Body' };

describe('node-notifier', () => {
  it('is asked in its own words and believed when its program ends well', async () => {
    const { notifier, asked } = program((answered) => answered(null));
    expect(await notifier.show(toast)).toEqual({ shown: true, via: 'node-notifier', detail: null });
    expect(asked).toEqual([{ title: 'Title', message: 'Body', icon: '/icon.png', wait: true, appID: 'app.id', sound: true, urgency: 'normal' }]);
  });

  it('is told to be silent, and how urgent it is', async () => {
    const { notifier, asked } = program((answered) => answered(null));
    await notifier.show({ ...toast, silent: true, urgency: 'critical' });
    expect(asked).toMatchObject([{ sound: false, urgency: 'critical' }]);
  });

  it('is believed when its program goes on running, waiting for a click', async () => {
    const { notifier, clock } = program(() => undefined);
    const answer = notifier.show(toast);
    await clock.advance(3_000);
    expect(await answer).toEqual({ shown: true, via: 'node-notifier', detail: null });
  });

  it('does not take what a program grumbles for a failure', async () => {
    expect((await program((answered) => answered('Gtk-WARNING')).notifier.show(toast)).shown).toBe(true);
  });

  it.each([['reports', (answered: Answer) => answered(new Error('spawn notify-send ENOENT'))], ['throws', () => { throw new Error('no'); }]])('fails when the program is missing (%s)', async (_how, behave) => {
    expect(await program(behave).notifier.show(toast)).toEqual({ shown: false, via: 'node-notifier', detail: 'failed' });
  });

  it('reports a click that comes later', async () => {
    let later: Answer = () => undefined;
    const { notifier, clock, clicks } = program((answered) => void (later = answered));
    const answer = notifier.show(toast);
    await clock.advance(3_000);
    await answer;
    later(null, 'activate');
    later(null, 'timeout');
    expect(clicks).toEqual(['t1']);
  });

  it('keeps foreign text from being taken for an option, and gives the program no empty text', async () => {
    const { notifier, asked } = program((answered) => answered(null));
    await notifier.show({ id: 'a', title: '--help', body: '-u critical' });
    await notifier.show({ id: 'b', title: '', body: '' });
    expect(asked.map(({ title, message }) => [title, message])).toEqual([['––help', '–u critical'], [' ', ' ']]);
  });
});
