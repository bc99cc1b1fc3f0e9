import { useTranslation } from 'react-i18next';
import { useFormats, useSecond } from '../format/FormatProvider.tsx';

/** What is left of a block, to the second. A `timer` is not read out at every change. */
export function BlockCountdown({ until }: { until: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useSecond();
  return <span role="timer" className="tabular-nums">{t('screens.status.blockLeft', { time: formats.countdown(until - now) })}</span>;
}
