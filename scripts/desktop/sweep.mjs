import { readFile, readdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * The processes of this machine that were started, directly or not, with an environment variable of this name; also
 * those that left their process group or lost their parent. Linux only.
 * @param {string} mark
 * @returns {Promise<number[]>}
 */
export async function markedProcesses(mark) {
  const entries = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  const marked = await Promise.all(entries.map((pid) => carries(pid, `${mark}=`)));
  return entries.filter((_, index) => marked[index]).map(Number);
}

/** @param {string} pid @param {string} start */
async function carries(pid, start) {
  const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
  return environment.split('\0').some((variable) => variable.startsWith(start));
}

/**
 * Ends all marked processes: asks first, then insists. Returns when none is left.
 * @param {string} mark
 * @param {{ spare?: number[], graceMs?: number }} [options] `spare`: processes to leave alone
 */
export async function endMarked(mark, { spare = [], graceMs = 2_000 } = {}) {
  const deadline = performance.now() + graceMs;
  const asked = new Set();
  for (;;) {
    const left = (await markedProcesses(mark)).filter((pid) => !spare.includes(pid));
    if (left.length === 0) return;
    const insist = performance.now() >= deadline;
    for (const pid of left) {
      if (!insist && asked.has(pid)) continue;
      asked.add(pid);
      send(pid, insist ? 'SIGKILL' : 'SIGTERM');
    }
    await delay(25);
  }
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended in between.
  }
}
