import type { QueueEntity } from '../../../contract/entity.ts';
import type { Rule, RuleEvent, TryOut } from '../../../contract/rules.ts';
import type { PendingEvent, Viewer } from '../../store/store.ts';
import { firstRule, isForRules } from './match-rule.ts';

/** Examples at most. */
const EXAMPLES = 10;

function example(event: PendingEvent): { entity: QueueEntity; id: string; number: string | null; title: string; kind: RuleEvent; seenAt: number }[] {
  const { entity, id, kind, seenAt, row } = event;
  return kind === 'deleted' ? [] : [{ entity, id, number: row.number, title: row.title, kind, seenAt }];
}

/**
 * Which of these events, newest first, the rule at `index` would have decided, given the rules above it. It counts as on,
 * or a rule could not be tried before it is switched on. Items that are gone by now count: they were there then.
 */
export function tryOut(rules: readonly Rule[], index: number, events: readonly PendingEvent[], viewer: Viewer): TryOut {
  const tried = rules[index];
  const heard = events.filter(isForRules);
  if (!tried) return { events: heard.length, matched: 0, examples: [] };
  const inForce = [...rules.slice(0, index), { ...tried, on: true }];
  const matched = heard.filter((event) => firstRule(inForce, event, viewer) === inForce[index]);
  return { events: heard.length, matched: matched.length, examples: matched.slice(0, EXAMPLES).flatMap(example) };
}
