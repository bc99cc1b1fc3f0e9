/** A number as people quote it, `#1042`; one that is not plain digits is taken as it is. */
export function quotedNumber(number: string | null): string | null {
  return number !== null && /^\d+$/.test(number) ? `#${number}` : number;
}
