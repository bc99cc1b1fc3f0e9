import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import jsdoc from 'eslint-plugin-jsdoc';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** What each folder may import; the arrows of docs/ARCHITECTURE.md. Everything not listed is refused. */
const ARROWS = {
  contract: [],
  core: ['contract'],
  main: ['core', 'contract'],
  preload: ['contract'],
  renderer: ['contract'],
  simulator: ['contract'],
};
const ROOMS = ['contract', 'core', 'main', 'preload', 'renderer', 'simulator', 'test', 'scripts', 'bench'];

const zones = Object.entries(ARROWS).flatMap(([room, allowed]) =>
  ROOMS.filter((other) => other !== room && !allowed.includes(other)).map((other) => ({
    target: `./${room}`,
    from: `./${other}`,
    message: `${room}/ must not import ${other}/ (docs/ARCHITECTURE.md, arrows).`,
  })),
);
const engineZones = [
  { target: './core/api', from: './core/session', message: 'The client and the session do not know each other; main/ wires them.' },
  { target: './core/session', from: './core/api', message: 'The session and the client do not know each other; main/ wires them.' },
  { target: './core/store', from: './core/api', message: 'The store does not know the network.' },
  { target: './core/store', from: './core/sync', message: 'The store does not know who fills it.' },
  { target: './core/governor', from: './core/api', message: 'The governor counts requests; it does not know what they say.' },
];

/** Things with one door: the file that holds the check. `door` is exempt from the rule. */
const ONE_DOOR = [
  { door: 'main/ipc/router.ts', selector: "ImportSpecifier[imported.name='ipcMain']", message: 'ipcMain belongs to main/ipc/router.ts: sender and schema are checked there.' },
  { door: 'main/windows/secure-window.ts', selector: "NewExpression[callee.name='BrowserWindow']", message: 'Windows are made by main/windows/secure-window.ts.' },
  { door: 'main/desktop/links.ts', selector: "ImportSpecifier[imported.name='shell']", message: 'External addresses go through main/desktop/links.ts.' },
];
/** No file may wave a certificate through. */
const NEVER = [
  { selector: "Property[key.name='rejectUnauthorized']", message: 'Certificates are never waved through.' },
  { selector: "CallExpression[callee.property.name='setCertificateVerifyProc']", message: 'Certificates are never waved through.' },
  { selector: "Literal[value='certificate-error']", message: 'Certificates are never waved through.' },
];
/** What people read or hear comes from contract/locales, in their language: in the shell … */
const WORDS = 'What people read comes from contract/locales through i18n.';
const LETTERS = '/[A-Za-z]{2,}/';
const texts = (/** @type {string} */ place) => [`${place} > Literal[value=${LETTERS}]`, `${place} > TemplateLiteral > TemplateElement[value.raw=${LETTERS}]`];
const SHELL_WORDS = [
  ...texts('Property[key.name=/^(label|sublabel|title|subtitle|body|message|toolTip|buttonLabel|placeholder|checkboxLabel|closeButtonText|replyPlaceholder)$/]'),
  ...texts('CallExpression[callee.property.name=/^(setToolTip|setTitle|showErrorBox|displayBalloon)$/]'),
].map((selector) => ({ selector, message: WORDS }));
/** … and in the windows. */
const WINDOW_WORDS = [
  'JSXText[value=/[A-Za-z]{2,}/]',
  ...texts('JSXAttribute[name.name=/^(aria-(label|description|placeholder|roledescription|valuetext)|alt|help|label|next|placeholder|text|title|what)$/]'),
  ...texts('JSXAttribute[name.name=/^(aria-(label|description|placeholder|roledescription|valuetext)|alt|help|label|next|placeholder|text|title|what)$/] > JSXExpressionContainer'),
  ...texts(':matches(JSXElement, JSXFragment) > JSXExpressionContainer'),
].map((selector) => ({ selector, message: WORDS }));

const rulesFor = (/** @type {string | null} */ door, words = SHELL_WORDS) => [
  'error',
  ...NEVER,
  ...words,
  ...ONE_DOOR.filter((rule) => rule.door !== door).map(({ selector, message }) => ({ selector, message })),
];

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'dist/', 'demo-output/', 'test-results/', '**/*.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    plugins: { 'import-x': importX, jsdoc },
    languageOptions: { globals: globals.node },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: ['*/tsconfig.json'], noWarnOnMultipleProjects: true })] },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      complexity: ['error', 15],
      'max-params': ['error', 5],
      'max-depth': ['error', 4],
      eqeqeq: 'error',
      'no-console': 'off',
      'import-x/no-restricted-paths': ['error', { zones: [...zones, ...engineZones] }],
      'import-x/no-cycle': ['error', { maxDepth: 6, ignoreExternal: true }],
    },
  },
  {
    files: ['{contract,core,main,preload,renderer,simulator}/**/*.{ts,tsx}'],
    rules: {
      'import-x/no-default-export': 'error',
      'no-console': 'error',
      'jsdoc/require-jsdoc': ['error', { publicOnly: true, require: { FunctionDeclaration: true, ClassDeclaration: true, ArrowFunctionExpression: true }, contexts: ['ExportNamedDeclaration > TSInterfaceDeclaration', 'ExportNamedDeclaration > TSTypeAliasDeclaration'] }],
    },
  },
  { files: ['simulator/cli.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['{core,simulator}/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [{ name: 'electron', message: 'Only main/ and preload/ import Electron.' }], patterns: [{ group: ['electron/*'], message: 'Only main/ and preload/ import Electron.' }] }] },
  },
  {
    files: ['preload/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'A sandboxed preload has no Node.' }] }] },
  },
  {
    files: ['{contract,renderer}/**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['node:*', 'fs', 'path', 'http'], message: 'This room runs without Node.' }, { group: ['electron', 'electron/*'], message: 'Only main/ and preload/ import Electron.' }] }] },
  },
  { files: ['{core,preload,relay}/**/*.ts'], rules: { 'no-restricted-syntax': rulesFor(null, []) } },
  { files: ['main/**/*.ts'], rules: { 'no-restricted-syntax': rulesFor(null) } },
  ...ONE_DOOR.map(({ door }) => ({ files: [door], rules: { 'no-restricted-syntax': rulesFor(door) } })),
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': ['error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Ticket text is hostile: text nodes only.' },
        ...WINDOW_WORDS],
    },
  },
  {
    files: ['test/**/*.{ts,tsx}', 'scripts/**/*.{ts,mjs}'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off', '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-call': 'off', '@typescript-eslint/no-unsafe-return': 'off' },
  },
);
