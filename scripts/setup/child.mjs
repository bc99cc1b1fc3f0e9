import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @typedef {{ code: number, stdout: string, stderr: string }} Outcome */

const PASSED_ON = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * The exit code a shell would give: the code itself, or 128 + the signal's number.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/**
 * Runs a program quietly to its end. A program that is not there ends with 127, as in a shell.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<Outcome>}
 */
export function capture(command, args, { cwd, env = process.env, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, timeout: timeoutMs, killSignal: 'SIGKILL', stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk));
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), stdout, stderr }));
  });
}

/**
 * Runs a program in the foreground: it has the terminal, and the signals that would end this process are passed on to it,
 * so that this process ends only after it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions, onStart?: (pid: number | undefined) => void }} [options]
 * @returns {Promise<number>} its exit code
 */
export function follow(command, args, { cwd, env = process.env, stdio = 'inherit', onStart } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio });
    onStart?.(child.pid);
    const listeners = PASSED_ON.map((signal) => /** @type {const} */ ([signal, () => child.kill(signal)]));
    for (const [signal, listener] of listeners) process.on(signal, listener);
    const settle = () => listeners.forEach(([signal, listener]) => process.off(signal, listener));
    child.on('error', (error) => (settle(), reject(error)));
    child.on('close', (code, signal) => (settle(), resolve(exitCode(code, signal))));
  });
}
