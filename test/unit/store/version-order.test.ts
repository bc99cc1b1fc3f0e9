import { describe, expect, it } from 'vitest';
import { supersedes } from '../../../core/store/cache/version-order.ts';

const live = (version: number) => ({ version, deletedAt: null, gone: null });
const dead = (version: number) => ({ version, deletedAt: 5, gone: null });
const gone = (version: number) => ({ version, deletedAt: null, gone: 'unlisted' as const });

describe('which state of a row wins', () => {
  it.each([
    ['newer over older', live(1), live(2), false, true],
    ['older under newer', live(2), live(1), false, false],
    ['same version, same content', live(2), live(2), true, false],
    ['same version, other content', live(2), live(2), false, true],
    ['no version at all: what came last', live(0), live(0), false, true],
    ['a version over none', live(0), live(3), false, true],
    ['none under a version', live(3), live(0), false, false],
    ['a tombstone of the same version', live(3), dead(3), false, true],
    ['a late page under a tombstone of the same version', dead(3), live(3), false, false],
    ['a newer state over a tombstone: restored', dead(3), live(4), false, true],
    ['a late tombstone under a newer state', live(4), dead(3), false, false],
    ['the same state over a gone row: it is shown again', gone(3), live(3), true, true],
    ['a late page under a gone row', gone(3), live(2), false, false],
    ['a tombstone of the same version over a gone row', gone(3), dead(3), false, true],
    ['restored where there are no versions', dead(0), live(0), false, true],
  ])('%s', (_name, stored, arriving, same, wins) => {
    expect(supersedes(stored, arriving, same)).toBe(wins);
  });
});
