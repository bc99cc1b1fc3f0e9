import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../../core/engine-error.ts';
import { createEngineSwitch } from '../../../../main/engine/engine-switch.ts';
import type { Engine } from '../../../../main/engine/start-engine.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

function desk() {
  const clock = fakeClock();
  const state = { broken: true as boolean | Error, endsBadly: false, starts: 0, ends: 0, changes: 0 };
  const engine = createEngineSwitch({
    start: () => {
      state.starts += 1;
      if (state.broken) throw state.broken === true ? new EngineError('addressInvalid') : state.broken;
      const end = async (): Promise<void> => {
        state.ends += 1;
        if (state.endsBadly) throw new Error('still busy');
      };
      return { end } as unknown as Engine;
    },
    onChange: () => void (state.changes += 1),
    clock,
    log: recordingLog(),
  });
  return { clock, state, engine };
}

describe('an engine that cannot start', () => {
  it('says why, is tried again with growing pauses, and stops saying so once it runs', async () => {
    const { clock, state, engine } = desk();
    engine.want(true);
    await clock.advance(0);
    expect([engine.error(), engine.current(), state.changes]).toEqual([{ code: 'addressInvalid' }, null, 1]);
    await clock.advance(5_000);
    await clock.advance(10_000);
    expect(state.starts).toBe(3);
    await clock.advance(19_000);
    expect(state.starts).toBe(3);
    state.broken = false;
    await clock.advance(1_000);
    expect([engine.error(), engine.current() !== null, state.starts, clock.pending()]).toEqual([null, true, 4, 0]);
  });

  it('is tried for ever, at least every five minutes', async () => {
    const { clock, state, engine } = desk();
    engine.want(true);
    await clock.advance(3_600_000);
    const hour = state.starts;
    await clock.advance(300_000);
    expect(state.starts).toBe(hour + 1);
  });

  it('gives up when it is no longer wanted, or disposed of', async () => {
    for (const stop of ['unwanted', 'disposed']) {
      const { clock, state, engine } = desk();
      engine.want(true);
      await clock.advance(0);
      if (stop === 'unwanted') engine.want(false);
      else await engine.dispose();
      await clock.advance(600_000);
      expect([state.starts, clock.pending()]).toEqual([1, 0]);
      if (stop === 'unwanted') expect(engine.error()).toBeNull();
    }
  });

  it('says of what is no error of ours that it is internal', async () => {
    const { clock, state, engine } = desk();
    state.broken = new TypeError('x');
    engine.want(true);
    await clock.advance(0);
    expect(engine.error()).toEqual({ code: 'internal' });
  });
});

describe('an engine that does not end well', () => {
  it('is followed by the next one, and nothing is done while it may still be at work', async () => {
    const { clock, state, engine } = desk();
    Object.assign(state, { broken: false, endsBadly: true });
    engine.want(true);
    await clock.advance(0);
    let worked = false;
    const work = engine.during(async () => void (worked = true));
    await expect(work).rejects.toThrow('still busy');
    expect([state.starts, engine.current() !== null, worked]).toEqual([2, true, false]);
    engine.restart();
    await clock.advance(0);
    expect([state.starts, engine.current() !== null, engine.error()]).toEqual([3, true, null]);
  });
});
