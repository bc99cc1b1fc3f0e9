import { describe, expect, it } from 'vitest';
import { callSchemas } from '../../../../contract/ipc/calls.ts';
import { CXPRESS_1_0 } from '../../../../contract/profile/cxpress-1.0.ts';
import { isPlainAndSmall, payloadLimitsOf, PAYLOAD_LIMITS } from '../../../../main/ipc/payload-limits.ts';

function nested(depth: number): unknown {
  return depth === 0 ? 'end' : { inner: nested(depth - 1) };
}

const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const fullId = (i: number): string => `${i}`.padEnd(200, 'x');
const fullWord = (i: number): string => `${i}`.padEnd(120, 'x');
const FULL_FILTER = {
  scope: 'departments', only: 'unread', departmentIds: many(50, fullId), statuses: many(50, fullWord), priorities: many(50, fullWord), tagIds: many(50, fullId),
  assignees: many(50, fullId), due: 'today', consumerId: fullId(1), sort: { by: 'changed', descending: true },
};
const FULL_RULE = {
  id: 'r'.repeat(40), name: 'n'.repeat(80), on: true, action: 'toast', sound: true, breaksQuiet: true,
  when: {
    entity: 'ticket', events: ['new', 'changed', 'woke', 'waiting'], fields: ['status', 'assignee', 'departmentId', 'priority', 'dueAt', 'tagIds', 'title', 'description', 'consumerId', 'customFields'],
    departments: many(50, fullId), assignee: 'me', tagIds: many(50, fullId), consumerTagIds: many(50, fullId), statuses: many(50, fullWord), priorities: many(50, fullWord),
    keyword: 'k'.repeat(120), olderThanMinutes: 5, followed: true,
  },
};

describe('the bounds of a call', () => {
  const view = (i: number) => ({ id: `view-${i}`, name: 'v'.repeat(60), entity: 'ticket', filter: FULL_FILTER });
  it.each([
    ['settings.update', { rules: many(100, () => FULL_RULE), savedViews: many(40, view), myDepartmentIds: many(200, fullId), me: { key: fullId(1), id: fullId(1), name: fullId(2) } }],
    ['rules.tryOut', { rules: many(100, () => FULL_RULE), index: 99 }],
    ['queue.counts', { filters: many(60, () => ({ entity: 'ticket', filter: FULL_FILTER })) }],
    ['queue.page', { entity: 'ticket', offset: 0, limit: 200, filter: FULL_FILTER }],
    ['item.snooze', { entity: 'ticket', ids: many(500, fullId), until: null, orChange: true }],
  ] as const)('let %s be as full as the contract allows', (call, payload) => {
    expect(callSchemas[call].request.safeParse(payload).success).toBe(true);
    expect(isPlainAndSmall(payload, payloadLimitsOf(call))).toBe(true);
  });

  it('hold for calls that carry much, too', () => {
    expect(isPlainAndSmall({ rules: 'x'.repeat(13_000_000) }, payloadLimitsOf('settings.update'))).toBe(false);
    expect(isPlainAndSmall({ rules: many(100_000, () => 0) }, payloadLimitsOf('settings.update'))).toBe(false);
  });
});

describe('isPlainAndSmall', () => {
  it('takes what calls consist of', () => {
    expect(isPlainAndSmall(null)).toBe(true);
    expect(isPlainAndSmall({ entity: 'ticket', ids: Array.from({ length: 500 }, (_, i) => `${i}`.padEnd(200, 'x')), read: true })).toBe(true);
    expect(isPlainAndSmall({ profile: CXPRESS_1_0 }), 'a whole API profile, the deepest there is').toBe(true);
    expect(isPlainAndSmall(Object.assign(Object.create(null) as object, { a: 1, b: undefined }))).toBe(true);
  });

  it.each([
    ['too many characters', 'x'.repeat(PAYLOAD_LIMITS.characters + 1)],
    ['too many characters in keys', { ['k'.repeat(PAYLOAD_LIMITS.characters + 1)]: 1 }],
    ['too many values', Array.from({ length: PAYLOAD_LIMITS.values + 1 }, () => 0)],
    ['too deep', nested(PAYLOAD_LIMITS.depth + 1)],
    ['a Map', new Map([['a', 1]])],
    ['a Date', new Date(0)],
    ['bytes', { data: new Uint8Array(4) }],
    ['a big integer', 1n],
    ['an own __proto__', JSON.parse('{"__proto__":{"admin":true}}') as unknown],
    ['a constructor key', { constructor: { prototype: {} } }],
    ['a symbol key', { [Symbol('s')]: 1 }],
    ['an instance of a class', new (class Thing { a = 1; })()],
  ])('refuses %s', (_what, payload) => {
    expect(isPlainAndSmall(payload)).toBe(false);
  });

  it('ends on a payload that contains itself', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(isPlainAndSmall(loop)).toBe(false);
  });
});
