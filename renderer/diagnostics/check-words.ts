import type { TFunction } from 'i18next';
import type { Diagnostic, DiagnosticCheck } from '../../contract/diagnostics.ts';
import { diagnostics } from '../../contract/locales/en/screens/diagnostics.ts';

/** A key without the ending of its plural form. */
type Stem<K extends string> = K extends `${infer S}_one` | `${infer S}_other` ? S : K;
type CodeKey = { [C in DiagnosticCheck]: `${C}.${Stem<keyof (typeof diagnostics)[C] & string>}` }[DiagnosticCheck];

const KEYS: ReadonlySet<string> = new Set(Object.entries(diagnostics).flatMap(([check, words]) => (typeof words === 'string' ? [] : Object.keys(words).map((code) => `${check}.${code.replace(/_(one|other)$/, '')}`))));

function isKnown(key: string): key is CodeKey {
  return KEYS.has(key);
}

/** Neutral values for all that a sentence may want, for a test that brings less than its sentence asks for. */
const NOTHING = { count: 0, status: '', hotkey: '', hours: 0, minutes: 0, backend: '', ms: 0, via: '', megabytes: 0 };

/** What a self-test found, and what to do about it. A code that there is no sentence for gets a general one. */
export function checkWords(t: TFunction, { check, code, params }: Diagnostic): string {
  const key = `${check}.${code}`;
  return isKnown(key) ? t(`screens.diagnostics.${key}`, { ...NOTHING, ...params }) : t('screens.diagnostics.unknownCode');
}
