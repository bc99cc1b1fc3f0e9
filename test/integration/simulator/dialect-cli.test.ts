import { afterEach, describe, expect, test } from 'vitest';
import { DIALECTS } from '../../../simulator/dialects/dialects.ts';
import { createProfileReader } from '../../support/simulator/profile-reader.ts';
import { runCli, startSimulator, type SimulatorProcess } from './start-simulator.ts';

let simulator: SimulatorProcess | undefined;
afterEach(() => simulator?.stop());

describe('dialects from the command line', () => {
  test('one is spoken, and rows are lost and the clock is bent through the control API', async () => {
    simulator = await startSimulator('--dialect', 'offset', '--tickets', '20');
    const { controls, baseUrl, apiToken } = simulator;
    expect(simulator).toMatchObject({ dialect: 'offset', profile: 'dialect-offset' });
    const reader = createProfileReader({ profile: DIALECTS.offset.profile, fetch, baseUrl, token: apiToken });
    const ids = async (): Promise<unknown[]> => (await reader.list('ticket')).flat().map((row) => row['id']);
    const rows = await controls.visible('ticket');
    expect(await ids()).toEqual(rows.map(({ id }) => id));

    const [a, b, c] = rows.map(({ id }) => id) as [string, string, string];
    expect(await controls.quietly('forbid', 'ticket', a)).toMatchObject({ type: 'forbid', id: a, webhook: 'off' });
    await controls.quietly('unlist', 'ticket', b);
    await controls.quietly('erase', 'ticket', c);
    expect([(await reader.get('ticket', a)).status, (await reader.get('ticket', b)).status, (await reader.get('ticket', c)).status]).toEqual([403, 200, 404]);
    expect(await ids()).toEqual((await controls.visible('ticket')).map(({ id }) => id));
    expect(await controls.entities('ticket')).toHaveLength(17);
    await controls.emit({ action: 'permit', entity: 'ticket' });
    await expect(controls.quietly('permit', 'ticket', a)).rejects.toThrow('There is no such row.');
    await expect(controls.emit({ action: 'update', entity: 'ticket', tell: true })).rejects.toThrow('tell goes with');
    expect(await ids()).toContain(a);

    const { now } = await controls.clock({ dateSkewMs: -86_400_000 });
    const date = Date.parse((await fetch(baseUrl)).headers.get('date') ?? '');
    expect(now - date).toBeGreaterThan(86_400_000 - 60_000);
  });

  test('an unknown one, or one together with a profile, is refused', async () => {
    expect(await runCli('--dialect', 'latin')).toEqual({ code: 2, stdout: '', stderr: '--dialect must be one of standard, offset, cursor, link, nextlink, bare, versions, not "latin". Try --help.\n' });
    expect(await runCli('--dialect', 'bare', '--profile', 'x.json')).toMatchObject({ code: 2, stderr: '--dialect and --profile cannot go together: a dialect brings its own profile. Try --help.\n' });
  });
});
