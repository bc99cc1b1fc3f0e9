import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../../contract/profile/cxpress-1.0.ts';
import { isPlainAndSmall, PAYLOAD_LIMITS } from '../../../../main/ipc/payload-limits.ts';

function nested(depth: number): unknown {
  return depth === 0 ? 'end' : { inner: nested(depth - 1) };
}

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
