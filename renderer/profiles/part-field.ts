import type { Check } from './part-checks.ts';

/** One control of a part's form. Its label is `screens.profiles.edit.field.<key>`, or the record field's name for a list of candidates. */
export interface PartField {
  readonly key: string;
  readonly value: string;
  /** Choices of a select; a text control without. */
  readonly options?: readonly string[];
  /** `screens.profiles.edit.help.<key>`. */
  readonly help?: 'dotted' | 'optional' | 'nextLink' | 'list' | 'body' | 'id' | 'prefix' | 'baseUrl';
  /** What is wrong with a text; null when nothing is. */
  readonly check?: Check;
  /** A record field (`screens.field.*` or its own name) rather than one of ours. */
  readonly candidate?: boolean;
}

/** What is typed in a form, by key. */
export type Values = Readonly<Record<string, string>>;
