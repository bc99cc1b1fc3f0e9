import { foldName } from '../../contract/profile/fold-name.ts';

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own key of `object` that folds to the same name, exact spelling first; undefined when there is none. */
export function findKey(object: Record<string, unknown>, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name;
  const folded = foldName(name);
  return Object.keys(object).find((key) => foldName(key) === folded);
}

/** Walks a dotted path, names folded at each step; `""` is the value itself; undefined when a step is missing. */
export function readPath(value: unknown, path: string): unknown {
  let at = value;
  for (const name of path === '' ? [] : path.split('.')) {
    if (!isObject(at)) return undefined;
    const key = findKey(at, name);
    if (key === undefined) return undefined;
    at = at[key];
  }
  return at;
}
