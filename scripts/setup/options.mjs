import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';

/**
 * `parseArgs` of Node, with a mistake on the command line told in one sentence.
 * @template {import('node:util').ParseArgsConfig} C
 * @param {C} config
 * @param {string} help where to read more
 * @returns {ReturnType<typeof parseArgs<C>>}
 */
export function parseOptions(config, help) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Failure(`${/** @type {Error} */ (error).message.split('. ')[0]}. ${help}`);
  }
}
