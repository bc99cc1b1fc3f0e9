import type { DefaultRule } from '../../../contract/models/ledger.ts';
import type { Rule, RuleAction } from '../../../contract/rules.ts';
import type { PendingEvent, RuleMark, Viewer } from '../../store/store.ts';
import { firstRule, isForRules } from './match-rule.ts';
import { isMe } from './whose.ts';

/** What one event is worth, before pauses, quiet hours and floods are looked at. */
export interface Judgement {
  /** `quiet`: nothing to tell, whatever the rules say. */
  readonly action: RuleAction | 'quiet';
  readonly rule: RuleMark;
  /** It may sound; only for `toast`. */
  readonly sound: boolean;
  readonly breaksQuiet: boolean;
}

/** Whose rules decide, and for whom. */
export interface RuleContext {
  readonly rules: readonly Rule[];
  readonly viewer: Viewer;
}

function byDefault(id: DefaultRule, action: Judgement['action'], sound = false): Judgement {
  return { action, rule: { id, name: null }, sound, breaksQuiet: false };
}

function changed(event: PendingEvent, ...fields: string[]): boolean {
  return event.kind === 'changed' && event.changes.some(({ field }) => fields.includes(field));
}

/** Something for whoever works in a department: it came into being there, came there, or lost its assignee there. */
function departmentNews(event: PendingEvent, { departmentIds }: Viewer): Judgement | null {
  const { facts } = event;
  const inMine = facts.departmentId !== null && departmentIds.includes(facts.departmentId);
  const unassigned = facts.assignee === null;
  // An item that names no department is nobody's: better told to all than to none.
  const theirs = inMine || (unassigned && (departmentIds.length === 0 || facts.departmentId === null));
  if (!theirs) return null;
  if (event.kind === 'new' || (inMine && changed(event, 'departmentId'))) return byDefault(inMine ? 'default:departments' : 'default:unassigned', 'toast');
  return unassigned && changed(event, 'assigneeId', 'assigneeName') ? byDefault('default:unassigned', 'toast') : null;
}

function judgeByDefault(event: PendingEvent, viewer: Viewer): Judgement {
  // There is such an event only where a rule asked for it, and that rule did not want this one.
  if (event.kind === 'waiting') return byDefault('default:waiting', 'quiet');
  if (event.kind === 'woke') return byDefault('default:woke', 'toast', isMe(event.facts.assignee, viewer));
  if (viewer.me === null) return byDefault('default:noIdentity', 'toast', true);
  if (isMe(event.facts.assignee, viewer)) return byDefault('default:mine', 'toast', true);
  if (event.row.followed) return byDefault('default:followed', 'toast');
  return departmentNews(event, viewer) ?? byDefault('default:others', 'badge');
}

function judgeByRules(event: PendingEvent, { rules, viewer }: RuleContext): Judgement {
  const rule = firstRule(rules, event, viewer);
  if (!rule) return judgeByDefault(event, viewer);
  const { action, id, name, breaksQuiet } = rule;
  return { action, rule: { id, name }, sound: action === 'toast' && rule.sound, breaksQuiet };
}

/** Whoever put an item aside is not told of it until it returns, unless a rule may break through. */
function isPutAside({ row }: PendingEvent, { action, breaksQuiet }: Judgement): boolean {
  return row.snoozedUntil !== null && action !== 'ignore' && !breaksQuiet;
}

/**
 * Judges one event, purely: deletions, what the person was looking at and waits that have ended are quiet; then the first rule
 * that holds decides, else a default; what is snoozed stays quiet.
 */
export function judge(event: PendingEvent, context: RuleContext): Judgement {
  if (event.kind === 'deleted' || event.facts.gone) return byDefault('default:gone', 'quiet');
  if (!isForRules(event)) return byDefault('default:seen', 'quiet');
  if (event.kind === 'waiting' && event.facts.assignee !== null) return byDefault('default:waiting', 'quiet');
  const judgement = judgeByRules(event, context);
  return isPutAside(event, judgement) ? byDefault('default:snoozed', 'quiet') : judgement;
}
