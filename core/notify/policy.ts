import type { QueueEntity } from '../../contract/entity.ts';
import type { PendingEvent, RuleMark, Verdict } from '../store/store.ts';
import { judge } from './rules/decide-event.ts';
import type { Judgement, RuleContext } from './rules/decide-event.ts';
import type { Hush } from './settings.ts';

/** Item toasts that may appear in any {@link FLOOD_WINDOW_MS}. */
export const FLOOD_LIMIT = 5;
/** Length of the flood rule's rolling window, in milliseconds. */
export const FLOOD_WINDOW_MS = 60_000;
/** Being without a complete pass for longer than this is "away", in milliseconds. */
export const AWAY_MS = 10 * 60_000;

/** What the policy looks at besides the events. Times are epoch ms. */
export interface PolicyContext extends RuleContext {
  readonly now: number;
  readonly hush: Hush;
  /** How long nothing could be seen before these events, in milliseconds. */
  readonly awayMs: number;
  /** These events happened while nobody looked, however long that was: before a start, asleep, offline, in a block. */
  readonly returned: boolean;
  /** When recent item toasts were claimed. */
  readonly toastTimes: readonly number[];
  /** A summary is being collected: everything joins it. */
  readonly collecting: boolean;
}

/** Events that are told in one toast. */
export interface Telling {
  readonly events: readonly PendingEvent[];
  /** Which rule decided, by event number. */
  readonly rules: ReadonlyMap<number, RuleMark>;
  /** One of the rules wants a sound. */
  readonly sound: boolean;
  /** One of the rules gets through quiet hours and pauses. */
  readonly urgent: boolean;
}

/** What to do with events. Each event of the input is in exactly one part. */
export interface Plan {
  /** Decided without a toast. */
  readonly verdicts: readonly Verdict[];
  /** One toast each; the events of one item stay together. */
  readonly toasts: readonly Telling[];
  readonly summary: (Telling & { readonly reason: 'flood' | 'away' }) | null;
  /** Waits for the next toast of those that are told together. */
  readonly digest: Telling | null;
}

interface Judged extends Judgement {
  readonly event: PendingEvent;
}

/** Events by item, in the order of each item's first event. */
function byItem(judged: readonly Judged[]): Judged[][] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const key = `${one.event.entity}:${one.event.id}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/**
 * Toasts that still fit the window. Both ends of the window count. Times from a future that a corrected clock
 * took back do not, or they would silence the app until it comes again.
 */
function allowance(toastTimes: readonly number[], now: number): number {
  const recent = toastTimes.filter((time) => Math.abs(now - time) <= FLOOD_WINDOW_MS).length;
  return Math.max(0, FLOOD_LIMIT - recent);
}

/** What is decided about an event without a toast; null when it is to be told. */
function silentDecision({ action, breaksQuiet }: Judgement, hush: Hush): Verdict['decision'] | null {
  if (action === 'badge' || action === 'quiet') return action;
  if (action === 'ignore') return 'ignored';
  return breaksQuiet ? null : hush;
}

/** One verdict for each pair of decision and rule. */
function verdictsOf(judged: readonly Judged[], hush: Hush): Verdict[] {
  const verdicts = new Map<string, { seqs: number[]; decision: Verdict['decision']; rule: RuleMark }>();
  for (const one of judged) {
    const decision = silentDecision(one, hush);
    if (decision === null) continue;
    const key = `${decision} ${one.rule.id}`;
    const verdict = verdicts.get(key);
    if (verdict) verdict.seqs.push(one.event.seq);
    else verdicts.set(key, { seqs: [one.event.seq], decision, rule: one.rule });
  }
  return [...verdicts.values()];
}

function telling(judged: readonly Judged[]): Telling {
  return {
    events: judged.map(({ event }) => event),
    rules: new Map(judged.map(({ event, rule }) => [event.seq, rule])),
    sound: judged.some(({ sound }) => sound),
    urgent: judged.some(({ breaksQuiet }) => breaksQuiet),
  };
}

/**
 * Decides what becomes of events, purely. What the rules want told at once is told one by one while it is little, what is
 * urgent first; beyond {@link FLOOD_LIMIT} in a minute, or after an absence, the rest is told as one count.
 */
export function decide(events: readonly PendingEvent[], context: PolicyContext): Plan {
  const judged: Judged[] = events.map((event) => ({ event, ...judge(event, context) }));
  const told = judged.filter((one) => silentDecision(one, context.hush) === null);
  const digest = told.filter(({ action }) => action === 'summary');
  const items = byItem(told.filter(({ action }) => action === 'toast'));
  const isUrgent = (item: readonly Judged[]): boolean => item.some(({ breaksQuiet }) => breaksQuiet);
  const urgentFirst = [...items.filter(isUrgent), ...items.filter((item) => !isUrgent(item))];

  const away = (context.returned || context.awayMs > AWAY_MS) && items.length > 1;
  const fitting = away || context.collecting ? 0 : allowance(context.toastTimes, context.now);
  const rest = urgentFirst.slice(fitting).flat();
  // What is told after an absence need not be told a second time some minutes later.
  const summary = away ? [...rest, ...digest] : rest;
  const later = away ? [] : digest;
  return {
    verdicts: verdictsOf(judged, context.hush),
    toasts: urgentFirst.slice(0, fitting).map(telling),
    summary: summary.length === 0 ? null : { ...telling(summary), reason: away ? 'away' : 'flood' },
    digest: later.length === 0 ? null : telling(later),
  };
}

/** How many different items events speak of. */
export function countItems(events: readonly PendingEvent[]): Record<QueueEntity, number> {
  const ids = { ticket: new Set<string>(), task: new Set<string>() };
  for (const event of events) ids[event.entity].add(event.id);
  return { ticket: ids.ticket.size, task: ids.task.size };
}
