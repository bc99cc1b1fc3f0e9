import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { BusConnection } from './bus-connection.ts';

/** A session bus beside the session's own. */
export interface BareBus {
  /** For `DBUS_SESSION_BUS_ADDRESS`. */
  readonly address: string;
  dispose(): Promise<void>;
}

/** How long a keyring may take to appear. */
const KEYRING_MS = 20_000;

/**
 * Starts a session bus with nothing on it: a desktop without notifications and tray, until a test adds them, and without
 * keyring or with one that is locked and that nobody will unlock.
 */
export async function startBareBus({ keyring = 'none' }: { keyring?: 'none' | 'locked' } = {}): Promise<BareBus> {
  const folder = await mkdtemp(join(tmpdir(), 'cxpress-bus-'));
  const config = join(folder, 'bus.conf');
  await writeFile(config, configuration(join(folder, 'bus')));
  const daemon = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--nopidfile', '--print-address=1'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [address] = (await once(createInterface({ input: daemon.stdout }), 'line')) as [string];
  const secrets = keyring === 'locked' ? await startLockedKeyring(address, folder) : undefined;
  return {
    address,
    async dispose() {
      if (secrets) await end(secrets);
      await end(daemon);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startLockedKeyring(address: string, home: string): Promise<ChildProcess> {
  const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: address, HOME: home, XDG_DATA_HOME: home };
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--components=secrets'], { env, stdio: 'ignore' });
  const connection = await BusConnection.open(address);
  const end = Date.now() + KEYRING_MS;
  while (!(await connection.hasOwner('org.freedesktop.secrets'))) {
    if (Date.now() > end) throw new Error(`No keyring on the bus after ${KEYRING_MS} ms.`);
    await delay(25);
  }
  connection.dispose();
  return daemon;
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill();
  await ended;
}

const configuration = (socket: string) => `<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
`;
