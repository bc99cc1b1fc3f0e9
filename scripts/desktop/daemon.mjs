import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { capture } from '../setup/child.mjs';
import { Failure } from '../setup/failure.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const READY_MS = 15_000;

/**
 * The words before a command that let it end with this process, however this process ends (util-linux's setpriv; where
 * that is not there, nothing).
 * @returns {Promise<string[]>}
 */
export async function diesWithParent() {
  const words = ['setpriv', '--pdeathsig', 'TERM', '--'];
  return (await capture('setpriv', [...words.slice(1), 'true'])).code === 0 ? words : [];
}

/**
 * A background program of a desktop session. It is in a terminal session of its own, so that Ctrl+C reaches the
 * command that runs in the desktop and not the desktop under it.
 */
export class Daemon {
  /** @type {ChildProcess} */ #child;
  /** @type {string} */ #name;
  #complaints = '';

  /**
   * @param {string[]} line program and arguments
   * @param {{ env: NodeJS.ProcessEnv, prefix: string[], input?: string }} options `input` is written to its standard input
   */
  constructor(line, { env, prefix, input = '' }) {
    const [program = '', ...args] = [...prefix, ...line];
    this.#name = line[0] ?? program;
    this.#child = spawn(program, args, { env, detached: true, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] });
    this.#child.on('error', (error) => (this.#complaints += error.message));
    this.#child.stdin?.on('error', () => undefined).end(input);
    this.#child.stderr?.setEncoding('utf8').on('data', (chunk) => (this.#complaints = (this.#complaints + chunk).slice(-2000)));
  }

  get pid() {
    return this.#child.pid;
  }

  /** The first line that it writes to its file descriptor 3, where X and D-Bus tell their address. */
  firstLine() {
    const lines = createInterface({ input: /** @type {import('node:stream').Readable} */ (this.#child.stdio[3]) });
    return this.ready(once(lines, 'line').then(([line]) => String(line)));
  }

  /**
   * Waits for a sign that it is ready; fails when it ends first or gives no sign in time.
   * @template T
   * @param {Promise<T>} sign
   * @returns {Promise<T>}
   */
  async ready(sign) {
    const waiting = new AbortController();
    const { signal } = waiting;
    const ended = once(this.#child, 'close', { signal }).then(() => this.#fail('ended at once'));
    const late = new Promise((_, reject) => {
      const timer = setTimeout(() => reject(this.#failure('did not get ready')), READY_MS);
      signal.addEventListener('abort', () => clearTimeout(timer));
    });
    sign.catch(() => undefined);
    ended.catch(() => undefined);
    try {
      return /** @type {T} */ (await Promise.race([sign, ended, late]));
    } finally {
      waiting.abort();
    }
  }

  /** @param {string} what @returns {never} */
  #fail(what) {
    throw this.#failure(what);
  }

  /** @param {string} what */
  #failure(what) {
    const said = this.#complaints.trim().split('\n').at(-1);
    return new Failure(`The desktop session could not be started: ${this.#name} ${what}${said ? ` (${said})` : ''}.`);
  }
}
