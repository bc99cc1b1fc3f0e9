import type { Page } from 'playwright';
import type { Language } from '../../contract/locales/languages.ts';

/** How the tour is gone: each look is a set of pictures and a contact sheet. */
export interface Look {
  readonly name: string;
  readonly theme: 'light' | 'dark';
  readonly zoom: number;
  readonly contrast: 'system' | 'more';
  /** The system's own palette takes the place of the app's colours. */
  readonly forcedColors: boolean;
}

const PLAIN = { zoom: 100, contrast: 'system', forcedColors: false } as const;

const LOOKS: readonly Look[] = [
  { ...PLAIN, name: 'light', theme: 'light' },
  { ...PLAIN, name: 'dark', theme: 'dark' },
];
/** One language is enough to see what size and contrast do; the longest words are Portuguese. */
const MORE_LOOKS: readonly Look[] = [
  { ...PLAIN, name: '200', theme: 'light', zoom: 200 },
  { ...PLAIN, name: 'contrast', theme: 'light', contrast: 'more' },
  { ...PLAIN, name: 'contrast-dark', theme: 'dark', contrast: 'more' },
  { ...PLAIN, name: 'forced-colors', theme: 'light', forcedColors: true },
  { ...PLAIN, name: 'forced-colors-dark', theme: 'dark', forcedColors: true },
];
const LONGEST: Language = 'pt-BR';

/** The looks of a language. */
export function looksOf(language: Language): readonly Look[] {
  return [...LOOKS, ...(language === LONGEST ? MORE_LOOKS : [])];
}

/** Lets a page believe that its system looks so, as far as the app's own settings do not say. */
export async function emulate(page: Page, { theme, forcedColors }: Look): Promise<void> {
  await page.emulateMedia(forcedColors ? { forcedColors: 'active', colorScheme: theme } : { forcedColors: null, colorScheme: null });
}
