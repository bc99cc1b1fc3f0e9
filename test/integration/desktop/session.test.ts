import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SESSION = join(import.meta.dirname, '../../../scripts/desktop-session.mjs');

/** Says where the session is, then leaves a process behind that has left its group, as careless programs do. */
const INTRODUCE = 'echo "$HOME"; (setsid sleep 1000 &) ; ';

type Session = ChildProcessByStdio<null, Readable, Readable | null>;

/** Each test's sessions lie in a temporary folder of their own, so that what they leave there can be told apart. */
let temporary: string;
beforeEach(async () => (temporary = await mkdtemp(join(tmpdir(), 'cxpress-sessions-'))));
afterEach(() => rm(temporary, { recursive: true }));

function startSession(script: string, options: string[] = [], stderr: 'inherit' | 'pipe' = 'inherit'): Session {
  const env = { ...process.env, TMPDIR: temporary };
  const args = [SESSION, ...options, '--', 'sh', '-c', script];
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', stderr] }) as Session;
}

async function outcome(session: Session): Promise<{ code: number; lines: string[] }> {
  let text = '';
  session.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const [code] = (await once(session, 'close')) as [number];
  return { code, lines: text.trim().split('\n') };
}

/** What still runs of this test's sessions: found by the home in its environment, independently of the session's own means. */
async function stillRunning(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const environments = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '')));
  return pids.filter((_, index) => environments[index]?.includes(`HOME=${temporary}/`));
}

async function leftOvers(): Promise<string[]> {
  return [...(await stillRunning()), ...(await readdir(temporary))];
}

describe('a desktop session in a terminal', () => {
  it('gives the command a display, a bus with an unlocked keyring and a home of its own, and its exit code is the command’s', async () => {
    const ask = (member: string, name: string) =>
      `dbus-send --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.${member} string:${name} | grep -o 'boolean .*'; `;
    const { code, lines } = await outcome(startSession(`${INTRODUCE} xdotool getdisplaygeometry; ${ask('NameHasOwner', 'org.freedesktop.secrets')} exit 7`, ['--screen', '800x600x24']));
    const [home = '', ...told] = lines;
    expect(told).toEqual(['800 600', 'boolean true']);
    expect(home).not.toBe(process.env['HOME']);
    expect(code).toBe(7);
    expect(await leftOvers()).toEqual([]);
  });

  it('has no keyring, and nobody who would start one, when told so', async () => {
    const { lines } = await outcome(startSession(`secret=$(dbus-send --print-reply --dest=org.freedesktop.secrets / org.freedesktop.DBus.Peer.Ping 2>&1); echo "$secret"`, ['--no-keyring']));
    expect(lines.join()).toContain('org.freedesktop.DBus.Error.ServiceUnknown');
  });

  it.each([
    ['SIGINT', 'exec sleep 1000', 130],
    ['SIGTERM', 'exec sleep 1000', 143],
    ['SIGHUP', 'exec sleep 1000', 129],
    ['SIGTERM', 'trap "echo bye; exit 3" TERM; while :; do sleep 0.1; done', 3],
  ] as const)('leaves nothing behind after %s during: %s', async (signal, script, code) => {
    const session = startSession(`${INTRODUCE} ${script}`);
    await once(createInterface({ input: session.stdout }), 'line');
    expect(await leftOvers()).not.toEqual([]);
    await delay(200);
    session.kill(signal);
    expect((await outcome(session)).code).toBe(code);
    expect(await leftOvers()).toEqual([]);
  });

  it('leaves nothing behind after a signal while it is still starting', async () => {
    const session = startSession('sleep 1000');
    await expect.poll(stillRunning, { interval: 5 }).not.toEqual([]);
    session.kill('SIGTERM');
    expect((await outcome(session)).code).toBe(143);
    expect(await leftOvers()).toEqual([]);
  });

  it('does not live on when it is killed outright', async () => {
    const session = startSession('echo started; exec sleep 1000');
    await once(createInterface({ input: session.stdout }), 'line');
    session.kill('SIGKILL');
    await expect.poll(stillRunning, { timeout: 10_000 }).toEqual([]);
  });

  it('ends with npm, although the shell between them does not pass the signal on', async () => {
    const env = { ...process.env, TMPDIR: temporary, npm_lifecycle_event: 'demo' };
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${SESSION}" -- sh -c 'echo started; exec sleep 1000'; true`], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(createInterface({ input: shell.stdout }), 'line');
    shell.kill('SIGTERM');
    await expect.poll(leftOvers, { timeout: 10_000 }).toEqual([]);
  });

  it('says in one sentence what is wrong with the command line', async () => {
    const session = startSession('', ['--no-such-option'], 'pipe');
    const [said] = (await once(session.stderr?.setEncoding('utf8') as Readable, 'data')) as [string];
    expect(said).toMatch(/^Unknown option '--no-such-option'. Usage: .*\n$/);
    expect((await outcome(session)).code).toBe(1);
  });
});
