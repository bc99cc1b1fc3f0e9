/** A ticket or task number as people quote it: digits alone get a `#`. */
export function numberText(number: string): string {
  return /^\d+$/.test(number) ? `#${number}` : number;
}
