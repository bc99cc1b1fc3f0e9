import { capture } from './child.mjs';
import { ROOT } from './places.mjs';

/**
 * Runs npm, the one that started this script if there is one, quietly to its end.
 * @param {string[]} args
 */
export function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith('.js')) return capture(node ?? process.execPath, [script, ...args], { cwd: ROOT });
  return capture(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd: ROOT });
}

/**
 * What npm said went wrong, in a few words: its `npm error` lines without the addresses and the log file.
 * @param {string} stderr
 */
export function npmComplaint(stderr) {
  const lines = stderr
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter((line) => line && !/complete log|debug-\d/.test(line));
  return lines.slice(0, 3).join(' ') || 'npm gave no reason';
}
