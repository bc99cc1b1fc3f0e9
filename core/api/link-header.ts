/** One link of a `Link` header. */
interface Link {
  readonly target: string;
  /** Relation types, in lower case. */
  readonly rels: readonly string[];
  /** The link is about another resource than the one that was asked for. */
  readonly anchored: boolean;
}

/** Longest header that is read, in characters. */
const LENGTH_LIMIT = 16_384;
const GAP = /[\t ,]*/y;
const TARGET = /<([^>]*)>/y;
/** `; name`, `; name=token` or `; name="quoted"`, spaces allowed between all parts (RFC 8288 §3, appendix B.3). */
const PARAMETER = /[\t ]*;[\t ]*(?:([^\t ;,="<>]+)[\t ]*(?:=[\t ]*(?:"((?:[^"\\]|\\[^])*)"|([^\t ;,"]*)))?)?/y;

/** What `pattern` matches at `at`; null when it does not. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads links until the text is over or malformed; what was read up to there stands. */
function readLinks(header: string): Link[] {
  const links: Link[] = [];
  const text = header.slice(0, LENGTH_LIMIT);
  let at = 0;
  for (;;) {
    at += matchAt(GAP, text, at)?.[0].length ?? 0;
    const target = matchAt(TARGET, text, at);
    if (!target) return links;
    at += target[0].length;
    const parameters = new Map<string, string>();
    for (let match = matchAt(PARAMETER, text, at); match !== null; match = matchAt(PARAMETER, text, at)) {
      at += match[0].length;
      const [, name, quoted, token] = match;
      // Of a repeated parameter the first counts (RFC 8288 §3.3).
      if (name !== undefined && !parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), quoted?.replace(/\\([^])/g, '$1') ?? token ?? '');
    }
    // Between two links stands a comma; anything else was no parameter, and what follows cannot be trusted.
    if (at < text.length && !/^[\t ]*,/.test(text.slice(at))) return links;
    const rels = (parameters.get('rel') ?? '').toLowerCase().split(/[\t ]+/);
    links.push({ target: target[1] ?? '', rels, anchored: parameters.has('anchor') });
  }
}

/** The address of the next page in a `Link` header (RFC 8288), as written there, perhaps relative; null when it names none. */
export function nextLink(header: string | null): string | null {
  if (header === null) return null;
  return readLinks(header).find(({ rels, anchored }) => rels.includes('next') && !anchored)?.target ?? null;
}
