import { describe, expect, it } from 'vitest';
import { createProposer } from '../../../../main/profiles/worker/proposer.ts';
import type { ProposerPort } from '../../../../main/profiles/worker/proposer.ts';
import type { ProposeReply } from '../../../../main/profiles/worker/protocol.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { sampleProposal } from '../../../support/sample-proposal.ts';

/** A thread that answers when it is told to. */
function desk() {
  const heard: Record<string, (value: never) => void> = {};
  let terminated = 0;
  const port: ProposerPort = {
    postMessage: () => undefined,
    on: (event: string, listener: (value: never) => void) => void (heard[event] = listener),
    terminate: async () => void (terminated += 1),
  };
  const clock = fakeClock();
  const say = (event: 'message' | 'error' | 'exit', value: ProposeReply | Error | number) => heard[event]?.(value as never);
  return { proposer: createProposer(port, clock), clock, say, terminated: () => terminated };
}
const reading = ({ proposer }: ReturnType<typeof desk>) => proposer.read(new Uint8Array(), 'a.json');

describe('the thread that reads a file', () => {
  it('is answered in order', async () => {
    const d = desk();
    const both = [reading(d), d.proposer.propose({ 'task.list': null })];
    d.say('message', { ok: true, proposal: sampleProposal() });
    d.say('message', { ok: false, error: { code: 'fileNotCollection' } });
    expect((await Promise.allSettled(both)).map((one) => (one.status === 'fulfilled' ? 'read' : (one.reason as { code: string }).code))).toEqual(['read', 'fileNotCollection']);
  });
  it.each<['error' | 'exit', Error | number]>([['error', new Error('out of memory')], ['exit', 1]])('refuses its file when it ends by itself (%s)', async (event, value) => {
    const d = desk();
    const read = reading(d);
    d.say(event, value);
    await expect(read).rejects.toMatchObject({ code: 'fileRefused' });
    await expect(d.proposer.propose({})).rejects.toMatchObject({ code: 'fileRefused' });
  });
  it('is ended when it takes too long', async () => {
    const d = desk();
    const read = reading(d);
    const refused = expect(read).rejects.toMatchObject({ code: 'fileRefused' });
    await d.clock.advance(20_000);
    await refused;
    expect(d.terminated()).toBe(1);
  });
  it('is not ended later for what it answered in time', async () => {
    const d = desk();
    const read = reading(d);
    d.say('message', { ok: true, proposal: sampleProposal() });
    await read;
    await d.clock.advance(60_000);
    expect(d.terminated()).toBe(0);
    d.proposer.dispose();
    d.proposer.dispose();
    expect(d.terminated()).toBe(1);
  });
});
