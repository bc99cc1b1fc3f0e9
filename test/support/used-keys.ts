import { join } from 'node:path';
import { globSync } from 'node:fs';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');
const KEY = /^(screens|errors|shell)\./;

/** A key as sources name it; `*` stands for what only shows at run time. */
export interface UsedKey {
  readonly key: string;
  readonly file: string;
}

/** The texts an expression can be, or `*`. */
function textsOf(type: ts.Type): readonly string[] {
  const types = type.isUnion() ? type.types : [type];
  return types.every((each) => each.isStringLiteral()) ? types.map((each) => each.value) : ['*'];
}

/**
 * Every key of words in the sources of windows and shell. A template such as `screens.notice.${code}.what` counts for what
 * its parts can be by their types, not for everything that begins like it.
 */
export function usedKeys(): readonly UsedKey[] {
  const files = globSync('{main,renderer}/**/*.{ts,tsx}', { cwd: ROOT }).map((file) => join(ROOT, file));
  const { config } = ts.readConfigFile(join(ROOT, 'renderer/tsconfig.json'), (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(ROOT, 'renderer'));
  const program = ts.createProgram(files, { ...options, noEmit: true, composite: false, incremental: false });
  const checker = program.getTypeChecker();
  const used: UsedKey[] = [];
  const visit = (node: ts.Node, file: string): void => {
    if (ts.isStringLiteralLike(node) && KEY.test(node.text)) used.push({ key: node.text, file });
    if (ts.isTemplateExpression(node) && KEY.test(node.head.text)) {
      const keys = node.templateSpans.reduce(
        (heads, span) => heads.flatMap((head) => textsOf(checker.getTypeAtLocation(span.expression)).map((text) => `${head}${text}${span.literal.text}`)),
        [node.head.text],
      );
      used.push(...keys.map((key) => ({ key, file })));
    }
    ts.forEachChild(node, (child) => visit(child, file));
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source) visit(source, file.slice(ROOT.length + 1));
  }
  return used;
}

/** What a key of {@link usedKeys} stands for. */
export function patternOf(key: string): RegExp {
  return new RegExp(`^${key.replaceAll('.', String.raw`\.`).replaceAll('*', '[^.]+')}$`);
}
