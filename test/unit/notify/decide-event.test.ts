import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../contract/rules.ts';
import { judge } from '../../../core/notify/rules/decide-event.ts';
import type { Viewer } from '../../../core/store/store.ts';
import { ANA, NOBODY, rule } from '../../support/notify-settings.ts';
import { pendingEvent } from '../../support/pending-event.ts';
import { T0 } from '../../support/records.ts';
import type { EventFields } from '../../support/pending-event.ts';

const ANYWHERE: Viewer = { me: 'id:ana', departmentIds: [] };
const unassigning: EventFields = { changes: [{ field: 'assigneeId', label: null, from: 'Bea', to: null }] };
const moving: EventFields = { changes: [{ field: 'departmentId', label: null, from: 'Sales', to: 'Billing' }] };
const verdict = (event: EventFields, viewer: Viewer, rules: readonly Rule[] = []) => {
  const { action, rule: mark, sound } = judge(pendingEvent(1, event), { rules, viewer });
  return `${action}${sound ? ' with sound' : ''}: ${mark.id}`;
};

describe('without a rule that holds', () => {
  it.each<[string, EventFields, string]>([
    ['a new one', { kind: 'new' }, 'toast with sound: default:noIdentity'],
    ['a changed one of somebody', { facts: { assignee: 'id:bea', departmentId: 'd9' } }, 'toast with sound: default:noIdentity'],
    ['one that woke', { kind: 'woke', source: 'clock' }, 'toast: default:woke'],
  ])('who has not said who they are is told as always: %s', (_what, event, expected) => {
    expect(verdict(event, NOBODY)).toBe(expected);
  });

  it.each<[string, EventFields, string]>([
    ['mine, new', { kind: 'new', facts: { assignee: 'id:ana' } }, 'toast with sound: default:mine'],
    ['mine, changed, in another department', { facts: { assignee: 'id:ana', departmentId: 'd9' } }, 'toast with sound: default:mine'],
    ['followed', { row: { followed: true }, facts: { assignee: 'id:bea' } }, 'toast: default:followed'],
    ['new in my departments', { kind: 'new', facts: { departmentId: 'd1' } }, 'toast: default:departments'],
    ['new in my departments, somebody has it', { kind: 'new', facts: { departmentId: 'd2', assignee: 'id:bea' } }, 'toast: default:departments'],
    ['moved into my departments', { ...moving, facts: { departmentId: 'd1', assignee: 'id:bea' } }, 'toast: default:departments'],
    ['newly unassigned in my departments', { ...unassigning, facts: { departmentId: 'd1' } }, 'toast: default:unassigned'],
    ['unassigned in my departments, another change', { facts: { departmentId: 'd1' } }, 'badge: default:others'],
    ['newly unassigned elsewhere', { ...unassigning, facts: { departmentId: 'd9' } }, 'badge: default:others'],
    ['new elsewhere', { kind: 'new', facts: { departmentId: 'd9' } }, 'badge: default:others'],
    ['moved elsewhere', { ...moving, facts: { departmentId: 'd9' } }, 'badge: default:others'],
    ['new, without department, for nobody (A1: an optional field that is missing drops nothing)', { kind: 'new' }, 'toast: default:unassigned'],
    ['somebody’s, without department', { kind: 'new', facts: { assignee: 'id:bea' } }, 'badge: default:others'],
    ['woke', { kind: 'woke', source: 'clock', facts: { assignee: 'id:bea' } }, 'toast: default:woke'],
    ['woke and mine', { kind: 'woke', source: 'clock', facts: { assignee: 'id:ana' } }, 'toast with sound: default:woke'],
    ['waited long, but no rule wants it', { kind: 'waiting', source: 'clock', facts: { departmentId: 'd1' } }, 'quiet: default:waiting'],
    ['mine, and put aside', { row: { snoozedUntil: T0 }, facts: { assignee: 'id:ana' } }, 'quiet: default:snoozed'],
    ['gone', { kind: 'deleted', facts: { assignee: 'id:ana', gone: true } }, 'quiet: default:gone'],
    ['opened by the person', { source: 'open', facts: { assignee: 'id:ana' } }, 'quiet: default:seen'],
    ['looked up by the person', { source: 'lookup', facts: { assignee: 'id:ana' } }, 'quiet: default:seen'],
  ])('Ana of d1 and d2 is told: %s', (_what, event, expected) => {
    expect(verdict(event, ANA)).toBe(expected);
  });

  it.each<[string, EventFields, string]>([
    ['new', { kind: 'new', facts: { departmentId: 'd9' } }, 'toast: default:unassigned'],
    ['newly so', { ...unassigning, facts: { departmentId: 'd9' } }, 'toast: default:unassigned'],
    ['new, but somebody has it', { kind: 'new', facts: { departmentId: 'd9', assignee: 'id:bea' } }, 'badge: default:others'],
  ])('who has chosen no departments is told of what nobody has anywhere: %s', (_what, event, expected) => {
    expect(verdict(event, ANYWHERE)).toBe(expected);
  });
});

describe('a rule', () => {
  const mine: EventFields = { facts: { assignee: 'id:ana' } };
  it.each([['toast', true, 'toast with sound: r'], ['toast', false, 'toast: r'], ['summary', true, 'summary: r'], ['badge', true, 'badge: r'], ['ignore', true, 'ignore: r']] as const)('of the action %s (sound %s) goes before the defaults', (action, sound, expected) => {
    expect(verdict(mine, ANA, [rule('r', { action, sound })])).toBe(expected);
  });
  it('says nothing where it does not hold', () => {
    expect(verdict(mine, ANA, [rule('r', { action: 'ignore', when: { assignee: 'nobody' } })])).toBe('toast with sound: default:mine');
  });
  it.each<[string, Parameters<typeof rule>[1], string]>([
    ['is not told', { action: 'toast' }, 'quiet: default:snoozed'],
    ['is told where the rule breaks through', { action: 'toast', breaksQuiet: true }, 'toast: r'],
    ['stays read where the rule ignores it', { action: 'ignore' }, 'ignore: r'],
  ])('about something that is put aside: %s', (_what, given, expected) => {
    expect(verdict({ ...mine, row: { snoozedUntil: T0 } }, ANA, [rule('r', given)])).toBe(expected);
  });
  it('about waiting says nothing of what somebody has by now', () => {
    expect(verdict({ kind: 'waiting', source: 'clock', facts: { assignee: 'id:bea' } }, ANA, [rule('r', { when: { events: ['waiting'] } })])).toBe('quiet: default:waiting');
  });
  it('cannot bring up what the person was looking at', () => {
    expect(verdict({ source: 'open' }, ANA, [rule('r', { breaksQuiet: true })])).toBe('quiet: default:seen');
  });
});
