import { BellOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isPausedAt } from '../../contract/pause.ts';
import { useHomeFocus } from '../app/useHomeFocus.ts';
import { useUpdateSettings } from '../bridge/mutations.ts';
import { useSettings } from '../bridge/queries.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { pausedWords } from '../format/state-words.ts';
import { Button } from '../ui/Button.tsx';

/** Says on every screen that notifications are paused, and ends it: a forgotten pause must not look like an app that does not tell. */
export function Paused() {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { notificationsPausedUntil: until } = useSettings();
  const { mutate: update } = useUpdateSettings();
  const paused = isPausedAt(until, now);
  // The button that was pressed goes away with the words.
  useHomeFocus(String(paused));
  if (!paused) return null;
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-warn-ink">
      <BellOff className="size-3.5 shrink-0" aria-hidden />
      <span className="tabular-nums">{pausedWords(t, formats, until, now)}</span>
      <Button size="small" look="ghost" className="min-h-6" onClick={() => update({ notificationsPausedUntil: 0 })}>{t('screens.settings.notifications.resume')}</Button>
    </span>
  );
}
