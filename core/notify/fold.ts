const MARK = /\p{M}/gu;

/** Text as it is compared: lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(MARK, '').toLowerCase().normalize('NFD').replace(MARK, '');
}
