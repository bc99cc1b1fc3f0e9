/** How a server writes its JSON keys: `updated_at`, `updatedAt` or `updated at`. */
export type KeyStyle = 'snake' | 'camel' | 'spaced';

/** Writes a dotted path or a single name; dots stay, what is between them is spelled. */
export type Spelling = (path: string) => string;

function words(name: string): string[] {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[\s_-]+/).filter((word) => word !== '').map((word) => word.toLowerCase());
}

const JOIN: Readonly<Record<KeyStyle, (parts: readonly string[]) => string>> = {
  snake: (parts) => parts.join('_'),
  camel: (parts) => parts.map((word, index) => (index === 0 ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`)).join(''),
  spaced: (parts) => parts.join(' '),
};

/**
 * Makes the {@link Spelling} of a style. With null names stay as a profile writes them. Each name is worked out once:
 * a server has few names and many rows.
 */
export function createSpelling(style: KeyStyle | null): Spelling {
  if (style === null) return (path) => path;
  const known = new Map<string, string>();
  return (path) => {
    const spelled = known.get(path) ?? path.split('.').map((name) => JOIN[style](words(name))).join('.');
    known.set(path, spelled);
    return spelled;
  };
}
