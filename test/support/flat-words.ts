/** Every text of a bundle of words by its dotted key. */
export function flatWords(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, value]: [string, unknown]): [string, string][] => {
      if (typeof value === 'string') return [[`${path}${name}`, value]];
      return [...flatWords(value as object, `${path}${name}.`)];
    }),
  );
}

/** A key without the ending that a count chooses: `a.b_many` → `a.b`. */
export function stemOf(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}
