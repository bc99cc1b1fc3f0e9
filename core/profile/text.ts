/** Controls, and marks that turn the direction of writing: text of a file is shown beside our own. */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]+/gu;

/** Foreign text for showing: one line, cut to `limit` UTF-16 units. */
export function shownText(text: string, limit: number): string {
  return text.slice(0, limit * 2).replace(UNSHOWABLE, ' ').trim().slice(0, limit).replace(/\p{Surrogate}/gu, '').trim();
}

/** Without accents and in lower case. */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** One spelling for `updated_at`, `Updated At`, `updatedAt` and `page[size]`, accents aside. */
export function foldKey(text: string): string {
  return plainText(text.slice(0, 200)).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a name: split where it is not a letter or digit and where camelCase turns, accents and case aside. */
export function wordsOf(text: string): string[] {
  const split = text.slice(0, 300).replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2');
  return plainText(split).split(/[^\p{L}\p{N}]/u).filter((word) => word !== '');
}
