import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClockSkew, type ServerTimeSample, type Skew } from '../../../core/session/clock-skew.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 5, 12, 0, 0);

/** An answer of a server whose clock is `offset` ahead of ours, made somewhere between sending and receiving. */
function answer(at: number, offset: number, { latency = 200, when = 0.5 } = {}): ServerTimeSample {
  return { server: Math.floor((at + latency * when + offset) / 1000) * 1000, sentAt: at, receivedAt: at + latency };
}

function heard() {
  const skew = createClockSkew();
  const changes: (Skew | null)[] = [];
  skew.onChange((change) => changes.push(change));
  return { skew, changes };
}

describe('the difference to the server\'s clock', () => {
  it('is told once when three answers in a row prove that it is large, and once when it is over', () => {
    const { skew, changes } = heard();
    for (let i = 0; i < 10; i++) {
      skew.sample(answer(START + i * MINUTE, 7 * MINUTE));
      expect(changes).toHaveLength(i < 2 ? 0 : 1);
    }
    expect(changes[0]).toMatchObject({ minutes: 7 });
    // The person sets the clock.
    for (let i = 0; i < 10; i++) skew.sample(answer(START + 17 * MINUTE + i * MINUTE, 0));
    expect(changes.slice(1)).toEqual([null]);
    expect(skew.current()).toBeNull();
  });

  it('is told in both directions and again when it becomes another one', () => {
    const { skew, changes } = heard();
    for (const offset of [-90, 600]) for (let i = 0; i < 4; i++) skew.sample(answer(START + i * MINUTE, offset * MINUTE));
    expect(changes.map((change) => [change && change.minutes, Math.sign(change?.offsetMs ?? 0)])).toEqual([[90, -1], [600, 1]]);
  });

  it.each([[119_000], [-119_000], [0]])('of %i ms is not worth a word', (offset) => {
    const { skew, changes } = heard();
    for (let i = 0; i < 20; i++) skew.sample(answer(START + i * MINUTE, offset));
    expect(changes).toEqual([]);
  });

  it('of one server among many is not ours', () => {
    const { skew, changes } = heard();
    for (let i = 0; i < 60; i++) skew.sample(answer(START + i * MINUTE, i % 3 === 0 ? 10 * MINUTE : 0));
    expect(changes).toEqual([]);
  });

  it('is not measured by an answer during which the clock was set, nor by one without a time', () => {
    const { skew } = heard();
    skew.sample({ server: START, sentAt: START, receivedAt: START - 1 });
    skew.sample({ server: START, sentAt: START, receivedAt: START + 3_600_000 });
    skew.sample({ server: NaN, sentAt: START, receivedAt: START + 5 });
    expect(skew.bounds()).toBeNull();
  });

  it('lies within what is said, for any offset, latency and moment of the server\'s answer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.array(fc.record({ pause: fc.integer({ min: 0, max: 120_000 }), latency: fc.integer({ min: 0, max: 20_000 }), when: fc.double({ min: 0, max: 1, noNaN: true }) }), { minLength: 4, maxLength: 40 }),
        (offset, answers) => {
          const { skew, changes } = heard();
          let at = START;
          for (const { pause, ...how } of answers) {
            at += pause;
            skew.sample(answer(at, offset, how));
            const bounds = skew.bounds();
            expect(bounds && bounds.low <= offset && offset <= bounds.high).toBe(true);
            at += how.latency;
          }
          if (Math.abs(offset) < 2 * MINUTE) expect(changes).toEqual([]);
          if (Math.abs(offset) > 2 * MINUTE + 22_000) expect(changes.at(-1)).not.toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });
});
