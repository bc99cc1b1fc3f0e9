import { useTranslation } from 'react-i18next';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { customSaid } from './custom-value.ts';

/** A custom field's value as its type asks for. An address is text too: what a ticket says is nowhere to go. */
export function CustomValue({ value, type }: { value: string; type: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const said = customSaid(value, type, formats, now);
  switch (said.kind) {
    case 'yes':
      return t('screens.app.yes');
    case 'no':
      return t('screens.app.no');
    case 'time':
      return <span title={said.exact} className="tabular-nums">{said.text}</span>;
    case 'text':
      return said.text;
  }
}
