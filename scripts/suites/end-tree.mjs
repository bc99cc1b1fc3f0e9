import { endMarked } from '../desktop/sweep.mjs';
import { capture } from '../setup/child.mjs';

/**
 * Ends a program and everything it started, the hard way where asking does not help.
 * @param {{ mark: string, pid: number | undefined }} tree `mark`: an environment variable that the program was started with, by which Linux finds also those that lost their parent
 */
export async function endTree({ mark, pid }) {
  if (process.platform === 'linux') return endMarked(mark);
  if (pid === undefined) return;
  if (process.platform === 'win32') await capture('taskkill', ['/pid', String(pid), '/T', '/F']);
  else for (const one of treeOf(pid, (await capture('ps', ['-Ao', 'pid=,ppid='])).stdout)) end(one);
}

/**
 * A process and its descendants, parents first.
 * @param {number} root
 * @param {string} table what `ps -Ao pid=,ppid=` printed
 */
export function treeOf(root, table) {
  const rows = table.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const tree = [root];
  // Grows while it is walked: children of children follow.
  for (const parent of tree) tree.push(...rows.flatMap(([pid, ppid]) => (ppid === parent && pid !== undefined && !tree.includes(pid) ? [pid] : [])));
  return tree;
}

/** @param {number} pid */
function end(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended in between.
  }
}
