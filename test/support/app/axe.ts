import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

/** One thing that a person with a disability would stumble over. */
export interface Violation {
  readonly rule: string;
  readonly help: string;
  /** Selectors of the elements, at most a few. */
  readonly where: readonly string[];
}

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TOLD = 5;
/** WCAG 2.2 A and AA, and axe's best practices. */
const EVERYTHING = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** Rules whose answer depends on colours: all that another theme can change. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/**
 * What axe finds on a page as it is now: everything, or only what its colours decide. The script comes in through the
 * debugger: the page's own content policy, which lets no script in, stays as it is for everybody else.
 */
export async function violations(page: Page, of: 'everything' | 'colours' = 'everything'): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await readFile(SOURCE, 'utf8'));
  return page.evaluate(async ({ most, runOnly }) => {
    type Found = { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] };
    const { axe } = globalThis as unknown as { axe: { run(context: Document, options: object): Promise<{ violations: Found[] }> } };
    const { violations: found } = await axe.run(document, { resultTypes: ['violations'], runOnly });
    return found.map(({ id, help, nodes }) => ({ rule: id, help, where: nodes.slice(0, most).map(({ target, failureSummary }) => `${target.join(' ')} (${(failureSummary ?? '').replaceAll('\n', ' ')})`) }));
  }, { most: TOLD, runOnly: of === 'everything' ? EVERYTHING : COLOURS });
}
