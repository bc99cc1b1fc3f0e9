import type { TFunction } from 'i18next';
import type { FieldChange } from '../../contract/models/views.ts';
import { screens } from '../../contract/locales/en/screens.ts';
import type { Formats } from '../format/formats.ts';

/** Longer values are not written out: the change alone is told. Counted in characters. */
const LONGEST_VALUE = 120;
const ISO_TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function isKnownField(field: string): field is keyof typeof screens.field {
  return Object.hasOwn(screens.field, field);
}

/** The field's name: what the change says (a custom field's own name), else our word, else the field as it is called. */
export function fieldName(t: TFunction, change: FieldChange): string {
  if (change.label) return change.label;
  return isKnownField(change.field) ? t(`screens.field.${change.field}`) : change.field;
}

/** A value of a custom field as drawn: what the API says of a yes-no field becomes a word. */
export function yesOrNo(t: TFunction, value: string): string {
  return value === 'true' ? t('screens.app.yes') : value === 'false' ? t('screens.app.no') : value;
}

/** A change in one line: `Status: Open → Pending`; long texts only say that they changed. */
export function changeWords(t: TFunction, formats: Formats, change: FieldChange, now: number): string {
  const field = fieldName(t, change);
  if (change.field === 'description' || [change.from, change.to].some((value) => value !== null && value.length > LONGEST_VALUE)) {
    return t('screens.detail.changedText', { field });
  }
  const value = (raw: string | null) => (raw === null || raw === '' ? t('screens.detail.empty') : timeOr(raw));
  const timeOr = (raw: string) => (change.field.endsWith('At') && ISO_TIME.test(raw) ? formats.moment(Date.parse(raw), now) : change.field.startsWith('customFields.') ? yesOrNo(t, raw) : raw);
  return t('screens.detail.change', { field, from: value(change.from), to: value(change.to) });
}
