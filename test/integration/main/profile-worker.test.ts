import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../core/clock.ts';
import { createProposer } from '../../../main/profiles/worker/proposer.ts';
import { spawnProposer } from '../../../main/profiles/worker/spawn.ts';

const ENTRY = pathToFileURL(join(import.meta.dirname, '../../../main/profiles/worker/entry.ts'));
const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

function open() {
  const proposer = createProposer(spawnProposer(ENTRY), systemClock());
  onTestFinished(() => proposer.dispose());
  return proposer;
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A collection that lists tickets, with saved answers that make it as large as a file may be. */
function collection(requests: number, filler: number): Uint8Array {
  const body = JSON.stringify({ data: [{ id: '1', subject: 'x'.repeat(filler) }] });
  const item = Array.from({ length: requests }, (_, index) => ({ name: `List tickets ${index}`, request: { method: 'GET', url: { raw: 'https://api.acme.test/tickets', path: ['tickets'] } }, response: [{ name: 'ok', code: 200, body }] }));
  return bytes(JSON.stringify({ info: { name: 'Acme', schema: SCHEMA }, item }));
}

describe('the thread that reads files', () => {
  it('proposes from a file of nearly 8 MB, and proposes again with other choices', async () => {
    const proposer = open();
    const file = collection(1900, 4000);
    expect(file.length).toBeGreaterThan(7 * 1024 * 1024);
    const first = await proposer.read(file, 'large.json');
    expect(first.requests).toHaveLength(1900);
    const again = await proposer.propose({ 'ticket.list': 7 });
    expect(again.findings.find(({ about }) => about === 'ticket.list')).toMatchObject({ request: 7, because: expect.arrayContaining(['chosenByHand']) });
  });
  it('hands a refusal over with its reason, and can read another file then', async () => {
    const proposer = open();
    await expect(proposer.read(bytes('['.repeat(100_000)), 'deep.json')).rejects.toMatchObject({ code: 'fileRefused', params: { reason: 'tooDeep' } });
    await expect(proposer.read(bytes('no'), 'no.json')).rejects.toMatchObject({ code: 'fileNotCollection' });
    expect((await proposer.read(collection(1, 1), 'fine.json')).source.fileName).toBe('fine.json');
  });
});
