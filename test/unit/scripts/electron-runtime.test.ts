import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronRuntime } from '../../../scripts/setup/electron-runtime.mjs';
import { officialElectron, shippedElectronVersion } from '../../../scripts/setup/official-electron.mjs';

let folder: string;
const silent = () => undefined;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'cxpress-runtime-'))));
afterEach(() => rm(folder, { recursive: true }));

describe('CXPRESS_ELECTRON', () => {
  const given = async (version: string) => {
    await Promise.all([writeFile(join(folder, 'electron'), ''), writeFile(join(folder, 'version'), version)]);
    return electronRuntime({ log: silent, env: { CXPRESS_ELECTRON: join(folder, 'electron') } });
  };

  it('is taken as it is, and as a fallback when it is not the version that is shipped', async () => {
    expect(await given('33.2.1\n')).toEqual({ executable: join(folder, 'electron'), distDir: folder, version: '33.2.1', fallback: true });
    expect(await given(`v${shippedElectronVersion()}`)).toMatchObject({ fallback: false });
  });

  it('is refused when there is no such file', async () => {
    const refused = electronRuntime({ log: silent, env: { CXPRESS_ELECTRON: join(folder, 'absent') } });
    await expect(refused).rejects.toThrow('absent, which does not exist.');
  });
});

describe('an official Electron that could not be downloaded', () => {
  const note = () => join(folder, `electron-${shippedElectronVersion()}-unavailable.json`);

  it('is not asked for again on the same day', async () => {
    await writeFile(note(), JSON.stringify({ at: 1_000_000, reason: 'ENOTFOUND' }));
    const said: string[] = [];
    const answer = await officialElectron({ log: (line: string) => said.push(line), cache: folder, now: () => 1_000_000 + 86_000_000 });
    // Where the official one is installed it is used, whatever the note says.
    if (!('executable' in answer)) expect(answer).toEqual({ reason: 'ENOTFOUND' });
    expect(said).toEqual([]);
  });
});
