import { z } from 'zod';
import { MOST_RULES, rulesFileSchema } from '../../contract/rules.ts';
import type { Rule } from '../../contract/rules.ts';
import { refused } from '../../core/profile/refused.ts';

const FORMAT = 'cxpress-tray-rules';
const VERSION = 1;
/** What every version of the format begins with. */
const anyVersion = z.object({ format: z.literal(FORMAT), version: z.number().int() });

/** Rules as a file that people can read, keep and pass on. */
export function writeRulesFile(rules: readonly Rule[]): string {
  return `${JSON.stringify(rulesFileSchema.parse({ format: FORMAT, version: VERSION, rules }), null, 2)}\n`;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refused('notRules');
  }
}

/** Reads what {@link writeRulesFile} wrote. Throws EngineError `fileRefused` with the reason. */
export function readRulesFile(bytes: Uint8Array): Rule[] {
  const content = parsed(bytes);
  const head = anyVersion.safeParse(content);
  if (!head.success) throw refused('notRules');
  if (head.data.version > VERSION) throw refused('newerProfile');
  const file = rulesFileSchema.safeParse(content);
  if (!file.success) throw refused('notRules');
  return file.data.rules;
}

/** The rules of a file above the present ones, each with a new id. Throws EngineError `fileRefused` when they would be more than {@link MOST_RULES}. */
export function withRulesAbove(added: readonly Rule[], present: readonly Rule[], newId: () => string): Rule[] {
  if (added.length + present.length > MOST_RULES) throw refused('tooManyRules');
  return [...added.map((rule) => ({ ...rule, id: newId() })), ...present];
}
