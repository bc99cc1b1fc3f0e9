import { z } from 'zod';
import { itemIdSchema, queueEntitySchema } from '../../contract/entity.ts';
import { parseItemLink } from './item-link.ts';

/** How a launch wants the app to appear. It can show things and nothing else. */
export const launchSchema = z.strictObject({
  /** Started at login: no window. */
  hidden: z.boolean(),
  /** Open the lookup window: for desktops where a global hotkey cannot be registered. */
  lookup: z.boolean(),
  /** The item that a link named. */
  item: z.strictObject({ entity: queueEntitySchema, id: itemIdSchema }).nullable(),
});
/** See {@link launchSchema}. */
export type Launch = z.infer<typeof launchSchema>;

/** More arguments than anybody types; the rest is not looked at. */
const MAX_ARGUMENTS = 200;

/** Reads a command line: `--hidden`, `--lookup`, one item link. Everything else is Chromium's or nobody's. */
export function parseLaunch(argv: readonly string[]): Launch {
  const words = argv.slice(0, MAX_ARGUMENTS);
  const item = words.map(parseItemLink).find((link) => link !== null) ?? null;
  return { hidden: words.includes('--hidden'), lookup: words.includes('--lookup'), item };
}

/**
 * What a second launch asked for. It comes from another process, so it is checked; the command line that Electron hands
 * over is not used, because its order is not kept on the way. Anything odd shows the window.
 */
export function launchOfSecond(data: unknown): Launch {
  const parsed = launchSchema.safeParse(data);
  return parsed.success ? parsed.data : { hidden: false, lookup: false, item: null };
}
