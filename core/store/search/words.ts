/** Longest query that is looked at, in UTF-16 units. */
const QUERY_KEPT = 200;
const SEARCHABLE = /[\p{L}\p{N}\p{Co}]/u;
/** Digits with the punctuation people write them with. */
const PHONE_LIKE = /^[\d().+/-]+$/;

/**
 * Text as it goes into the index and into queries: well-formed, without control characters (a NUL would end the
 * expression for SQLite).
 */
export function plainText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is removed
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(/[\u0000-\u001f\u007f]/g, ' ');
}

/** Words of a query; words without a letter or digit are left out. */
export function queryWords(query: string): string[] {
  return plainText(query.slice(0, QUERY_KEPT)).split(/\s+/u).filter((word) => SEARCHABLE.test(word));
}

/** Whether a query holds anything besides blanks and the number sign that starts a ticket number. */
export function isBlank(query: string): boolean {
  return plainText(query).replace(/#/g, '').trim() === '';
}

/** The digits of a word that is digits and phone punctuation only, else null. */
export function phoneDigits(word: string): string | null {
  const digits = word.replace(/\D/g, '');
  return PHONE_LIKE.test(word) && digits !== '' ? digits : null;
}

/** Digits without the zeros in front: a number that was padded, an area code with its trunk prefix. Null when there are none, or it is no number. */
export function withoutZeros(digits: string): string | null {
  return /^0+([1-9]\d*)$/.exec(digits)?.[1] ?? null;
}

/** A ticket or task number as it is compared: trimmed, without `#`, without case. Null when nothing is left. */
export function numberKey(number: string | null): string | null {
  const key = plainText(number ?? '').trim().replace(/^#+\s*/, '').toLowerCase();
  return key === '' ? null : key;
}

/** Shortest ending of a phone number that can be searched. */
export const SHORTEST_ENDING = 4;
/** Digits looked at; E.164 allows 15, and somebody may have put two numbers in one field. */
export const PHONE_DIGITS_KEPT = 32;

/**
 * What is indexed of a phone number: its digits and every ending of at least four of them, so that the last digits, or
 * the number without country or area code, find it as a prefix.
 */
export function phoneEndings(phone: string): string[] {
  const digits = phone.replace(/\D/g, '').slice(0, PHONE_DIGITS_KEPT);
  const endings = [digits];
  for (let start = 1; start <= digits.length - SHORTEST_ENDING; start++) endings.push(digits.slice(start));
  return digits === '' ? [] : endings;
}
