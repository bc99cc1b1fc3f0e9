import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
/** The project's own rules, without type information: the text under test is in no tsconfig. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked, languageOptions: { parserOptions: { projectService: false, program: null, project: false } } }],
});

async function complaints(file: string, text: string): Promise<string[]> {
  const [report] = await eslint.lintText(text, { filePath: join(root, file) });
  return (report?.messages ?? []).map((message) => `${message.ruleId}: ${message.message}`);
}

describe('the linter holds the arrows', () => {
  const forbidden: [file: string, text: string, rule: string][] = [
    ['core/sync/x.ts', "import { startApp } from '../../main/app.ts';\nvoid startApp;\n", 'import-x/no-restricted-paths'],
    ['core/api/x.ts', "import type { Session } from '../session/port.ts';\nexport type A = Session;\n", 'import-x/no-restricted-paths'],
    ['core/store/x.ts', "import type { ApiClient } from '../api/port.ts';\nexport type A = ApiClient;\n", 'import-x/no-restricted-paths'],
    ['renderer/x.ts', "import { systemClock } from '../core/clock.ts';\nvoid systemClock;\n", 'import-x/no-restricted-paths'],
    ['simulator/x.ts', "import { systemClock } from '../core/clock.ts';\nvoid systemClock;\n", 'import-x/no-restricted-paths'],
    ['contract/x.ts', "import { systemClock } from '../core/clock.ts';\nvoid systemClock;\n", 'import-x/no-restricted-paths'],
    ['core/x.ts', "import { app } from 'electron';\nvoid app;\n", 'no-restricted-imports'],
    ['renderer/x.ts', "import { readFile } from 'node:fs';\nvoid readFile;\n", 'no-restricted-imports'],
    ['main/x.ts', "import { ipcMain } from 'electron';\nvoid ipcMain;\n", 'no-restricted-syntax'],
    ['main/x.ts', "import { shell } from 'electron';\nvoid shell;\n", 'no-restricted-syntax'],
    ['main/x.ts', 'export const agent = { rejectUnauthorized: false };\n', 'no-restricted-syntax'],
  ];
  it.each(forbidden)('%s refuses %j', async (file, text, rule) => {
    expect((await complaints(file, text)).join('\n')).toContain(rule);
  });

  it('lets an allowed import pass', async () => {
    const found = await complaints('core/sync/x.ts', "import { systemClock } from '../clock.ts';\nvoid systemClock;\n");
    expect(found.filter((line) => line.startsWith('import-x') || line.startsWith('no-restricted'))).toEqual([]);
  });

  it.each([
    ['renderer/x.tsx', 'export const x = <p>Some words</p>;\n'],
    ['renderer/x.tsx', "export const x = <p>{'Some words'}</p>;\n"],
    ['renderer/x.tsx', 'export const x = <input placeholder="Some words" />;\n'],
    ['renderer/x.tsx', "export const x = <input aria-label={'Some words'} />;\n"],
    ['renderer/x.tsx', 'export const y = (n: number) => <img alt={`${n} words`} />;\n'],
    ['main/x.ts', "export const entry = { label: 'Quit' };\n"],
    ['main/x.ts', 'export const toast = (n: number) => ({ title: `${n} tickets` });\n'],
    ['main/x.ts', "export const show = (tray: { setToolTip(text: string): void }) => tray.setToolTip('Some words');\n"],
  ])('%s refuses words of its own: %j', async (file, text) => {
    expect((await complaints(file, text)).join('\n')).toContain('contract/locales');
  });

  it.each([
    ['renderer/x.tsx', "export const x = <p title={t('screens.app.name')}>{' → '}{`+${3}`}</p>;\ndeclare const t: (key: string) => string;\n"],
    ['main/x.ts', "export const entry = { label: t('shell.tray.quit'), title: '' };\ndeclare const t: (key: string) => string;\n"],
  ])('%s may say what comes from the words: %j', async (file, text) => {
    expect((await complaints(file, text)).join('\n')).not.toContain('contract/locales');
  });

  it('refuses a file of more than 300 lines', async () => {
    expect((await complaints('core/x.ts', '// line\n'.repeat(301))).join('\n')).toContain('max-lines');
  });
});
