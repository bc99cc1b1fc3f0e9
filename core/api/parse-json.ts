/** Nesting beyond which a reply is refused: real rows are a few levels deep, hostile ones overflow a stack. */
const DEPTH_LIMIT = 64;
/** Integers that a double cannot hold: ids among them would silently change. */
const LONG_DIGITS = /\d{16,}/;

function depth(text: string): number {
  let level = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (quoted) {
      if (char === 0x5c) i += 1;
      else if (char === 0x22) quoted = false;
    } else if (char === 0x22) quoted = true;
    else if (char === 0x5b || char === 0x7b) deepest = Math.max(deepest, ++level);
    else if (char === 0x5d || char === 0x7d) level -= 1;
  }
  return deepest;
}

/** Keeps an integer beyond 2^53 as the text it was written in, where the engine tells the source (V8 since 11.4). */
function exact(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) && context?.source ? context.source : value;
}

/** Parses JSON of bounded depth. Throws SyntaxError for anything else. */
export function parseJson(text: string): unknown {
  if (depth(text) > DEPTH_LIMIT) throw new SyntaxError('nested too deeply');
  return LONG_DIGITS.test(text) ? (JSON.parse(text, exact) as unknown) : (JSON.parse(text) as unknown);
}
