/** A parameter says something that the operation does not understand; the message says what, without its full stop. */
export class BadParameter extends Error {}

/** Query parameters of a call, from the address or a POST body. */
export type Parameters = (name: string) => string | null;

/** A whole number of at most nine digits; `fallback` when nothing was sent. Throws {@link BadParameter}. */
export function wholeNumber(text: string | null, fallback: number, name: string): number {
  if (text === null) return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new BadParameter(`${name} must be a whole number`);
  return Number(text);
}
