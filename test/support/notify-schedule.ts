import fc from 'fast-check';
import type { QuietHours, Rule } from '../../contract/rules.ts';
import { judge } from '../../core/notify/rules/decide-event.ts';
import { hushAt } from '../../core/notify/settings.ts';
import { rule } from './notify-settings.ts';
import { notifyWorld, POINTS, type NotifyWorld, type Point } from './notify-world.ts';

const items = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 });

/** One rule of each kind, for some of the items. */
const RULES: readonly Rule[] = [
  rule('badge', { action: 'badge', when: { keyword: 'of t1' } }),
  rule('later', { action: 'summary', when: { keyword: 'of t2' } }),
  rule('ignore', { action: 'ignore', when: { keyword: 'of t3' } }),
  rule('urgent', { breaksQuiet: true, sound: true, when: { keyword: 'of t4' } }),
  rule('urgent-later', { action: 'summary', breaksQuiet: true, when: { keyword: 'of t5' } }),
  rule('plain', { when: { keyword: 'of t' } }),
];
const ALWAYS_QUIET: QuietHours = { on: true, days: Array.from({ length: 7 }, () => ({ from: '00:00', to: '00:00' })) };

/** One thing that happens in a run. A `deadly` pass kills the process at the `nth` time it comes to `at`; it starts `closedMs` later and, `again`, dies once more while it shows what the first one left. */
export const anyNotifyStep = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('change' as const), items, both: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), awayMs: fc.constantFrom<number>(0, 0, 0, 3_600_000), returned: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('deadly' as const), at: fc.constantFrom(...POINTS), nth: fc.integer({ min: 1, max: 4 }), closedMs: fc.constantFrom<number>(0, 0, 700_000), again: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom<number>(10, 3000, 20_000, 59_999, 60_001, 700_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rules' as const), rules: fc.subarray([...RULES]) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('quiet' as const, 'loud' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('restart' as const, 'crash' as const, 'hang' as const, 'pause' as const, 'resume' as const) }) },
);
/** See {@link anyNotifyStep}. */
export type NotifyStep = typeof anyNotifyStep extends fc.Arbitrary<infer T> ? T : never;

/** What a run came to. */
export interface NotifyOutcome {
  readonly events: number;
  readonly toasts: number;
  readonly restarts: number;
  readonly crashes: number;
  /** Toasts shown again under the same id after a crash between show and settle: allowed, since nobody can know. */
  readonly allowedRepeats: number;
  /** Events of such a toast that were counted in a later summary instead, because it was old by then: allowed too. */
  readonly allowedRecounts: number;
  /** Toasts shown again without such a crash. */
  readonly duplicates: number;
  /** Events neither told nor counted nor silenced. */
  readonly lost: number;
  /** Events told under more than one id without such a crash, or stored twice. */
  readonly toldTwice: number;
  readonly breaches: readonly string[];
}

/** Item toasts in the fullest minute, both ends counted. */
function mostInAnyMinute(times: readonly number[]): number {
  return Math.max(0, ...times.map((start) => times.filter((time) => time >= start && time <= start + 60_000).length));
}

class Run {
  readonly world: NotifyWorld;
  readonly breaches: string[] = [];
  expected = 0;
  restarts = 0;
  crashes = 0;
  /** How often the process died after this toast was shown and before that was noted. */
  readonly unnoted = new Map<string, number>();

  constructor(world: NotifyWorld) {
    this.world = world;
  }

  async take(step: NotifyStep): Promise<void> {
    const { world } = this;
    switch (step.do) {
      case 'change': {
        const ids = [...new Set(step.items.map((item) => `t${item}`))];
        this.expected += ids.length;
        return step.both ? world.changeHintedAndPolled(...ids) : world.change(...ids);
      }
      case 'pass':
        return world.dispatcher.passComplete(step);
      case 'wait':
        return world.clock.advance(step.ms);
      case 'restart':
        this.restarts += 1;
        await world.restart();
        return world.dispatcher.recover();
      case 'crash':
        this.crashes += 1;
        world.crash();
        return world.dispatcher.recover();
      case 'deadly':
        return this.#deadly(step);
      case 'hang':
        return this.#hang();
      case 'rules':
        world.settings = { ...world.settings, rules: step.rules };
        return;
      case 'quiet':
      case 'loud':
        world.settings = { ...world.settings, quietHours: step.do === 'quiet' ? ALWAYS_QUIET : { ...ALWAYS_QUIET, on: false } };
        return;
      default:
        world.settings = { ...world.settings, notificationsPausedUntil: step.do === 'pause' ? -1 : 0 };
    }
  }

  /** Lets the process die the `nth` time it comes to a point; tells whether it did. */
  #dieAt(at: Point, nth: number): { readonly died: () => boolean } {
    const { world } = this;
    let left = nth;
    let died = false;
    world.diesAt = (point, toastId) => {
      if (point !== at || --left > 0) return false;
      died = true;
      this.crashes += 1;
      world.diesAt = null;
      if (toastId !== null && (at === 'shown' || at === 'beforeSettle')) this.#unnoted(toastId);
      return true;
    };
    return { died: () => died };
  }

  /** Passes, and dies at a point on the way; the next process recovers, or dies of it too. */
  async #deadly({ at, nth, closedMs, again }: Extract<NotifyStep, { do: 'deadly' }>): Promise<void> {
    const { world } = this;
    const first = this.#dieAt(at, nth);
    void world.dispatcher.passComplete({ awayMs: 0 });
    // Long enough for a summary that is being gathered, too.
    await world.clock.advance(3_001);
    world.diesAt = null;
    if (!first.died()) return;
    await world.clock.advance(closedMs);
    if (again) {
      const second = this.#dieAt('shown', 1);
      void world.dispatcher.recover();
      await world.clock.advance(1);
      world.diesAt = null;
      if (!second.died()) return;
    }
    await world.dispatcher.recover();
  }

  /** The system never answers, and the process dies waiting for it. */
  async #hang(): Promise<void> {
    const { world } = this;
    const { answer } = world.notifier;
    world.notifier.answer = (toast) => {
      this.#unnoted(toast.id);
      return new Promise(() => undefined);
    };
    void world.dispatcher.passComplete({ awayMs: 0 });
    await world.clock.advance(1);
    world.notifier.answer = answer;
    this.crashes += 1;
    world.crash();
    await world.dispatcher.recover();
  }

  #unnoted(toastId: string): void {
    this.unnoted.set(toastId, (this.unnoted.get(toastId) ?? 0) + 1);
  }

  /** How often each event was told: for sure, and in a toast that was shown but not noted and counted elsewhere later. */
  #tellings(shows: ReadonlyMap<string, number>): ReadonlyMap<number, { sure: number; unnoted: number }> {
    const { world } = this;
    const tellings = new Map<number, { sure: number; unnoted: number }>();
    const tell = (seqs: readonly number[], how: 'sure' | 'unnoted'): void => {
      for (const seq of seqs) {
        const known = tellings.get(seq) ?? { sure: 0, unnoted: 0 };
        tellings.set(seq, { ...known, [how]: known[how] + 1 });
      }
    };
    for (const { id, seqs } of world.claims) {
      const detail = world.settled.find((one) => one.id === id && !one.shown)?.detail ?? null;
      const carrier = /^counted in (.*)$/u.exec(detail ?? '')?.[1];
      if (carrier !== undefined && shows.has(carrier)) tell(seqs, 'sure');
      if (carrier !== undefined && shows.has(id)) tell(seqs, 'unnoted');
      if (carrier === undefined && (shows.has(id) || detail === 'paused' || detail === 'quietHours')) tell(seqs, 'sure');
    }
    tell(world.decided.filter(({ how }) => how !== 'item' && how !== 'summary').map(({ seq }) => seq), 'sure');
    return tellings;
  }

  /** What was told of each event, against what happened to it. */
  audit(): NotifyOutcome {
    const { world } = this;
    const shows = new Map<string, number>();
    for (const { id } of world.notifier.shown) shows.set(id, (shows.get(id) ?? 0) + 1);
    const repeats = [...shows].map(([id, count]) => ({ more: count - 1, allowed: Math.min(count - 1, this.unnoted.get(id) ?? 0) }));
    const tellings = this.#tellings(shows);
    const seqs = world.decided.map(({ seq }) => seq);
    const all = Array.from({ length: this.expected }, (_, index) => index + 1);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    return {
      events: this.expected, toasts: world.notifier.shown.length, restarts: this.restarts, crashes: this.crashes,
      allowedRepeats: sum(repeats.map(({ allowed }) => allowed)),
      allowedRecounts: sum([...tellings.values()].map(({ unnoted }) => unnoted)),
      duplicates: sum(repeats.map(({ more, allowed }) => more - allowed)),
      lost: all.filter((seq) => !tellings.has(seq)).length,
      toldTwice: [...tellings].filter(([seq, { sure }]) => sure > 1 || seq > this.expected).length + (seqs.length - new Set(seqs).size),
      breaches: this.breaches,
    };
  }
}

/** Toasts shown although nothing may be, of which not every event breaks that now; of one shown again after a crash, not any. */
async function wronglyShown(world: NotifyWorld, shownBefore: number, claimsBefore: number): Promise<string[]> {
  const fresh = new Set(world.claims.slice(claimsBefore).map(({ id }) => id));
  const wrong: string[] = [];
  for (const { id } of world.notifier.shown.slice(shownBefore)) {
    const breaks = (await world.store.toastEvents(id)).map((event) => judge(event, world.settings).breaksQuiet);
    if (!(fresh.has(id) ? breaks.every(Boolean) : breaks.some(Boolean))) wrong.push(id);
  }
  return wrong;
}

/** Plays the steps on a real store and counts what became of every event. */
export async function playNotify(steps: readonly NotifyStep[]): Promise<NotifyOutcome> {
  const world = await notifyWorld();
  try {
    const run = new Run(world);
    for (const step of steps) {
      const shownBefore = world.notifier.shown.length;
      const claimsBefore = world.claims.length;
      const hush = (): boolean => hushAt(world.settings, world.clock.now()) !== null;
      const silent = hush();
      await run.take(step);
      if (!silent || !hush()) continue;
      for (const id of await wronglyShown(world, shownBefore, claimsBefore)) run.breaches.push(`${id} during a pause or quiet hours`);
    }
    world.settings = { ...world.settings, notificationsPausedUntil: 0, quietHours: { ...ALWAYS_QUIET, on: false } };
    await world.dispatcher.passComplete({ awayMs: 0 });
    // Until the last summary of a flood, and of what is told together.
    await world.clock.advance(1_021_000);
    if ((await world.store.pendingEvents(1)).length > 0) run.breaches.push('an event is undecided');
    if ((await world.store.unsettledToasts()).length > 0) run.breaches.push('a toast is unsettled');
    const fullest = mostInAnyMinute(world.claims.filter(({ kind }) => kind === 'item').map(({ claimedAt }) => claimedAt));
    if (fullest > 5) run.breaches.push(`${fullest} item toasts in a minute`);
    const outcome = run.audit();
    for (const key of ['duplicates', 'lost', 'toldTwice'] as const) if (outcome[key] > 0) run.breaches.push(`${key}: ${outcome[key]}`);
    return outcome;
  } finally {
    await world.dispose();
  }
}
