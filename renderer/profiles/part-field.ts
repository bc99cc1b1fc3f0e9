import type { profiles } from '../../contract/locales/en/screens/profiles.ts';
import type { screens } from '../../contract/locales/en/screens.ts';
import type { Check } from './part-checks.ts';

/** What every control has. */
interface Control {
  readonly value: string;
  /** Choices of a select; a text control without. */
  readonly options?: readonly (keyof typeof profiles.edit.option)[];
  /** `screens.profiles.edit.help.<help>`. */
  readonly help?: keyof typeof profiles.edit.help;
  /** What is wrong with a text; null when nothing is. */
  readonly check?: Check;
}

/** One control of a part's form: one of ours, with its label at `screens.profiles.edit.field.<key>`, or a record field's candidates, under that field's name. */
export type PartField = Control & ({ readonly key: keyof typeof profiles.edit.field; readonly record?: never } | { readonly key: string; readonly record: keyof typeof screens.field | null });

/** What is typed in a form, by key. */
export type Values = Readonly<Record<string, string>>;
