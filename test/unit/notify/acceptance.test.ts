import { describe, expect, it, onTestFinished } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import type { QuietHours } from '../../../contract/rules.ts';
import { envelopeReader } from '../../../core/hints/envelope.ts';
import { silentLogger } from '../../../core/log.ts';
import { createDispatcher } from '../../../core/notify/dispatcher.ts';
import { createToastWords } from '../../../main/desktop/toast-words.ts';
import { createWords } from '../../../main/i18n.ts';
import { ANA, notifySettings, rule } from '../../support/notify-settings.ts';
import { recordingNotifier } from '../../support/recording-notifier.ts';
import { page, ticket } from '../../support/records.ts';
import { goLive, syncBench } from '../../support/sync-bench.ts';
import { toastBench } from '../../support/toast-bench.ts';
import type { ToastBench } from '../../support/toast-bench.ts';
import { zoneWall } from '../../support/zone-wall.ts';

/** The acceptance checks that are about telling (research of users, part 5), by their numbers. */
const MINUTE = 60_000;
const live = { awayMs: 0 };
const titles = (bench: ToastBench) => bench.notifier.shown.map(({ title }) => title);

describe('check 2', () => {
  it('100 updates in 5 s: five toasts, one summary, one sound', async () => {
    const bench = await toastBench();
    for (let second = 0; second < 5; second++) {
      await bench.change(...Array.from({ length: 20 }, (_, index) => `t${second * 20 + index}`));
      await bench.dispatcher.passComplete(live);
      await bench.clock.advance(1000);
    }
    await bench.clock.advance(55_000);
    expect(titles(bench).filter((title) => title === 'item')).toHaveLength(5);
    expect(titles(bench).filter((title) => title === 'flood')).toHaveLength(1);
    expect(bench.notifier.shown.filter(({ silent }) => !silent)).toHaveLength(1);
    await bench.clock.advance(10 * MINUTE);
    const counted = bench.notifier.shown.filter(({ title }) => title === 'flood').map(({ body }) => Number(body.split('+')[0]));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(95);
  });
});

describe('check 3', () => {
  it('the same event by webhook, poll and catch-up: one alert; a new version: one more', async () => {
    const bench = await toastBench();
    const version = bench.clock.now() + 5;
    const see = async (source: 'hint' | 'poll', states: number): Promise<void> => {
      await bench.store.commitPage(page('ticket', [ticket('a', { version: version + states, status: `state ${states}` })], { source, now: bench.clock.now() }));
    };
    await see('hint', 0);
    await bench.dispatcher.passComplete(live);
    await see('poll', 0);
    await bench.dispatcher.passComplete(live);
    await see('poll', 0);
    await bench.dispatcher.passComplete({ awayMs: 3_600_000, returned: true });
    expect(titles(bench)).toEqual(['item']);
    await see('hint', 1);
    await see('poll', 1);
    await bench.dispatcher.passComplete(live);
    expect(titles(bench)).toEqual(['item', 'item']);
  });
});

describe('check 4', () => {
  it('a restart: no alert comes again, whatever was told before, in toasts, a summary or together', async () => {
    const bench = await toastBench();
    bench.settings = notifySettings({ rules: [rule('later', { action: 'summary', when: { statuses: ['later'] } })] });
    await bench.put('b', { status: 'later' });
    await bench.change(...Array.from({ length: 9 }, (_, index) => `t${index}`));
    await bench.dispatcher.passComplete(live);
    await bench.clock.advance(16 * MINUTE);
    const before = titles(bench);
    expect([...before].sort()).toEqual(['digest', 'flood', 'item', 'item', 'item', 'item', 'item']);
    for (let start = 0; start < 3; start++) {
      await bench.restart();
      await bench.dispatcher.recover();
      await bench.dispatcher.passComplete({ awayMs: 3_600_000, returned: true });
      await bench.clock.advance(20 * MINUTE);
    }
    expect(titles(bench)).toEqual(before);
  });
});

describe('check 12', () => {
  /** Quiet from Saturday 18:00 to Sunday 08:00 alone. */
  const weekend: QuietHours = { on: true, days: Array.from({ length: 7 }, (_, day) => (day === 6 ? { from: '18:00', to: '08:00' } : null)) };
  const urgent = rule('urgent', { breaksQuiet: true, when: { priorities: ['urgent'] } });

  // The clocks go forward at 01:00 UTC of 2026-03-29, and back at 01:00 UTC of 2026-10-25; both are Sundays.
  it.each([
    ['forward', '2026-03-28T16:59Z', false], ['forward', '2026-03-28T17:00Z', true], ['forward', '2026-03-29T00:30Z', true], ['forward', '2026-03-29T05:59Z', true], ['forward', '2026-03-29T06:00Z', false],
    ['back', '2026-10-24T15:59Z', false], ['back', '2026-10-24T16:00Z', true], ['back', '2026-10-25T01:30Z', true], ['back', '2026-10-25T06:59Z', true], ['back', '2026-10-25T07:00Z', false],
    ['not at all, on another day', '2026-03-25T23:00Z', false],
  ])('quiet hours over midnight while the clocks go %s, at %s: %s; what is urgent breaks through; the ledger has all of it', async (_how, moment, quiet) => {
    const bench = await toastBench({ wall: zoneWall('Europe/Berlin') });
    bench.settings = notifySettings({ viewer: ANA, quietHours: weekend, rules: [urgent] });
    bench.clock.jumpWall(Date.parse(moment) - bench.clock.now());
    await bench.put('mine', { assigneeId: 'ana' });
    await bench.put('fire', { priority: 'Urgent', assigneeId: 'bea' });
    await bench.dispatcher.passComplete(live);
    await bench.clock.advance(MINUTE);

    expect(bench.notifier.shown.map(({ body }) => body)).toEqual(quiet ? ['2'] : ['2', '1']);
    const { entries } = await bench.store.ledgerPage({ item: null, search: '', offset: 0, limit: 10, now: bench.clock.now() });
    expect(entries.map(({ id, decision, rule: decidedBy, ruleName, toast }) => ({ id, decision, decidedBy, ruleName, shown: toast?.shown }))).toEqual([
      { id: 'fire', decision: 'toast', decidedBy: 'urgent', ruleName: 'Rule urgent', shown: true },
      quiet ? { id: 'mine', decision: 'quietHours', decidedBy: 'default:mine', ruleName: null, shown: undefined } : { id: 'mine', decision: 'toast', decidedBy: 'default:mine', ruleName: null, shown: true },
    ]);
  });

  it('what was kept back is not told when quiet hours end', async () => {
    const bench = await toastBench({ wall: zoneWall('Europe/Berlin') });
    bench.settings = notifySettings({ quietHours: weekend });
    bench.clock.jumpWall(Date.parse('2026-03-29T05:30Z') - bench.clock.now());
    await bench.change('a', 'b', 'c');
    await bench.dispatcher.passComplete(live);
    await bench.clock.advance(60 * MINUTE);
    await bench.dispatcher.passComplete(live);
    expect(bench.notifier.shown).toEqual([]);
  });

  it('the system’s do-not-disturb keeps the app’s sound back, and nothing else', async () => {
    const bench = await toastBench();
    bench.desk.doNotDisturb = true;
    await bench.change('a');
    await bench.dispatcher.passComplete(live);
    expect(bench.notifier.shown.map(({ silent }) => silent)).toEqual([true]);
  });
});

describe('check 19', () => {
  const BODY = 'Ignore all previous instructions and click here';
  /** The way of a webhook from its body to the screen: envelope, engine, store, dispatcher. */
  async function world() {
    const bench = await syncBench({ intervalSeconds: 900 });
    bench.api.put('ticket', 'a', { subject: 'From the server', number: '7' });
    await goLive(bench);
    await bench.clock.advance(1000);
    const notifier = recordingNotifier(bench.clock);
    const dispatcher = createDispatcher({
      store: bench.store, notifier, clock: bench.clock, logger: silentLogger,
      words: createToastWords(createWords('en').t, 'win32'),
      desk: { isLocked: () => false, isDoNotDisturb: () => false },
      settings: () => notifySettings(),
      onDelivered: () => undefined, onOpen: () => undefined,
    });
    onTestFinished(() => dispatcher.dispose());
    const webhook = async (id: string): Promise<void> => {
      const hint = envelopeReader(CXPRESS_1_0)(JSON.stringify({ entity: 'ticket', type: 'create', subject: BODY, data: { id, subject: BODY, status: BODY } }));
      expect(hint).toEqual({ entity: 'ticket', id });
      if (hint) bench.engine.hint(hint.entity, hint.id);
      await bench.clock.advance(60_000);
      await dispatcher.passComplete(live);
    };
    const gets = (): number => bench.newCalls().filter(({ kind }) => kind === 'get').length;
    bench.newCalls();
    return { bench, notifier, webhook, gets };
  }

  // The engine asks once more some seconds later: a webhook may come before what it speaks of can be read.
  it.each([['as it is', 'a'], ['that is not there', 'forged']])('a forged webhook about a ticket %s: no toast, one GET and its one repetition', async (_what, id) => {
    const { notifier, webhook, gets } = await world();
    await webhook(id);
    expect([notifier.shown, gets()]).toEqual([[], 2]);
  });

  it('one about a ticket that did change: a toast in the server’s words, nothing of the webhook’s', async () => {
    const { bench, notifier, webhook } = await world();
    bench.api.put('ticket', 'a', { subject: 'From the server', number: '7', status: 'pending' });
    await webhook('a');
    expect(notifier.shown.map(({ title, body }) => `${title} | ${body}`)).toEqual(['Ticket #7 From the server | Status: open → pending']);
  });
});
