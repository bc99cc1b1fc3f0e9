import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { markedProcesses } from '../../../scripts/desktop/sweep.mjs';
import { follow } from '../../../scripts/setup/child.mjs';
import { toDeadline } from '../../../scripts/suites/deadline.mjs';
import { treeOf } from '../../../scripts/suites/end-tree.mjs';
import { closingLines, holds } from '../../../scripts/suites/report.mjs';
import RunningReporter from '../../../scripts/suites/running-reporter.mjs';
import { RUNNING_FILE, runningNote, wasRunning } from '../../../scripts/suites/running.mjs';

let folder: string;
let runningFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cxpress-deadline-'));
  runningFile = join(folder, 'running.json');
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** A program that starts another one; both spin for ever and never give the turn back. The first notes what it runs. */
const HANGS = `
  require('node:child_process').spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  process.on('SIGTERM', () => undefined);
  require('node:fs').writeFileSync(process.env.${RUNNING_FILE}, JSON.stringify([['test/property/x.test.ts', 'never ends']]));
  for (;;);`;

const run = (code: string) => (start: { env: NodeJS.ProcessEnv; onStart: (pid: number | undefined) => void }) =>
  follow(process.execPath, ['-e', code], { env: { ...process.env, ...start.env }, onStart: start.onStart, stdio: 'ignore' });

describe('a suite', () => {
  it('that hangs is ended at its deadline with all it started, and says which file was running', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let mark = '';
    // The deadline comes when the program hangs, however long this machine needs to start it.
    const setTimer = (end: () => void, ms: number): undefined => {
      expect(ms).toBe(480_000);
      void vi.waitFor(() => expect(wasRunning(runningFile)).toContain('x.test.ts'), { timeout: 15_000 }).then(end, end);
    };
    const result = await toDeadline({ suite: 'property', minutes: 8, runningFile, setTimer }, (start) => {
      mark = Object.keys(start.env).find((name) => name !== RUNNING_FILE) ?? '';
      return run(HANGS)(start);
    });
    const problem = 'property did not end within 8 minutes and was ended while it ran test/property/x.test.ts (last heard of: never ends)';
    expect(result.problem).toBe(problem);
    expect(result.code).not.toBe(0);
    expect(said.mock.calls.flat().join()).toContain(problem);
    if (process.platform === 'linux') expect(await markedProcesses(mark)).toEqual([]);
    const step = { name: 'property', seconds: 2, counts: { passed: 3, failed: 0, skipped: 0 }, ...result };
    expect(holds(step)).toBe(false);
    expect(holds({ ...step, code: 0 })).toBe(false);
    expect(closingLines([step])).toContain(`failed: property (${problem})`);
  });

  it('that ends in time is left alone, and its code is passed on', async () => {
    expect(await toDeadline({ suite: 'unit', minutes: 5, runningFile }, run('process.exit(3)'))).toEqual({ code: 3 });
    expect(await toDeadline({ suite: 'unit', minutes: 5, runningFile }, run(''))).toEqual({ code: 0 });
  });
});

describe('what is running', () => {
  it('is noted by the reporter for vitest and for Playwright', () => {
    vi.stubEnv(RUNNING_FILE, runningFile);
    const reporter = new RunningReporter();
    const file = (name: string) => join(import.meta.dirname, name);
    const module = (name: string) => ({ moduleId: file(name) }) as Parameters<typeof reporter.onTestModuleEnd>[0];
    reporter.onTestModuleQueued(module('a.test.ts'));
    reporter.onTestModuleQueued(module('b.test.ts'));
    reporter.onTestCaseReady({ module: module('b.test.ts'), fullName: 'b > works' } as Parameters<typeof reporter.onTestCaseReady>[0]);
    expect(wasRunning(runningFile)).toBe('test/unit/scripts/a.test.ts, test/unit/scripts/b.test.ts (last heard of: b > works)');
    reporter.onTestModuleEnd(module('a.test.ts'));
    reporter.onTestModuleEnd(module('b.test.ts'));
    expect(wasRunning(runningFile)).toBe('no test file');
    const test = { location: { file: file('c.spec.ts'), line: 1, column: 1 }, title: 'opens' } as Parameters<typeof reporter.onTestBegin>[0];
    reporter.onTestBegin(test);
    expect(wasRunning(runningFile)).toBe('test/unit/scripts/c.spec.ts (last heard of: opens)');
    reporter.onTestEnd(test);
    expect(wasRunning(runningFile)).toBe('no test file');
  });

  it('is unknown when nothing was noted, and noted nowhere when nobody asks', () => {
    vi.stubEnv(RUNNING_FILE, undefined);
    runningNote().begins('x');
    expect(wasRunning(runningFile)).toBe('unknown');
  });
});

it('a process’s descendants are found in a table of processes', () => {
  expect(treeOf(10, ' 10 1\n 11 10\n 12 11\n 13 1\n 14 12\n 15 13\n')).toEqual([10, 11, 12, 14]);
});
