import { expect, it } from 'vitest';
import { recoverRenderer } from '../../../../main/windows/renderer-recovery.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

function page() {
  const clock = fakeClock();
  let listener: (event: unknown, details: { reason: string }) => void = () => undefined;
  const state = { reloads: 0, destroyed: false };
  recoverRenderer({ on: (_event, heard) => void (listener = heard), isDestroyed: () => state.destroyed, reload: () => void (state.reloads += 1) }, clock, recordingLog());
  return { clock, state, die: (reason: string) => listener({}, { reason }) };
}

it('reloads a page whose process died', async () => {
  const { clock, state, die } = page();
  die('crashed');
  await clock.advance(1000);
  expect(state.reloads).toBe(1);
});

it('leaves a page alone that ended by itself or is gone', async () => {
  const { clock, state, die } = page();
  die('clean-exit');
  state.destroyed = true;
  die('killed');
  await clock.advance(1000);
  expect(state.reloads).toBe(0);
});

it('gives up on a page that dies again and again, and tries anew after a quiet minute', async () => {
  const { clock, state, die } = page();
  for (let i = 0; i < 10; i++) {
    die('oom');
    await clock.advance(1000);
  }
  expect(state.reloads).toBe(3);
  await clock.advance(61_000);
  die('oom');
  await clock.advance(1000);
  expect(state.reloads).toBe(4);
});
