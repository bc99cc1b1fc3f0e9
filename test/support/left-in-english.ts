import { RESOURCES } from '../../contract/locales/all.ts';
import type { Language } from '../../contract/locales/languages.ts';
import { flatWords } from './flat-words.ts';

/** The fixed parts of a text, without what is put into it. */
const partsOf = (text: string): string[] => text.split(/\{\{.*?\}\}/).map((part) => part.trim());

/**
 * Finds what stays English in another language: texts that are one of our short English texts, or hold a longer part of
 * one. Words that the language shares with English, and words shorter than that, prove nothing and are left out.
 */
export function leftInEnglish(language: Exclude<Language, 'en'>): (texts: readonly string[]) => string[] {
  const own = [...flatWords(RESOURCES[language].translation).values()];
  const ownText = own.join('\n');
  const english = [...flatWords(RESOURCES.en.translation).values()];
  const whole = new Set(english.filter((text) => text.length >= 5 && !text.includes('{{') && !own.includes(text)));
  const parts = [...new Set(english.flatMap(partsOf))].filter((part) => part.length >= 10 && part.includes(' ') && !ownText.includes(part));
  return (texts) => texts.filter((text) => whole.has(text.trim()) || parts.some((part) => text.includes(part)));
}

/** All that a page says: its texts, and the attributes that are shown or read out. */
export function saidBy(root: ParentNode): string[] {
  const said: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    for (const node of element.childNodes) if (node.nodeType === 3 && node.textContent?.trim()) said.push(node.textContent.trim());
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
      const value = element.getAttribute(name);
      if (value?.trim()) said.push(value.trim());
    }
  }
  return said;
}
