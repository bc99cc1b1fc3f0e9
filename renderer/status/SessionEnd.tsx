import { KeyRound } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../contract/status.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { Button } from '../ui/Button.tsx';
import { InfoPopover } from '../ui/InfoPopover.tsx';

/** From here on the end of the session is a warning, in milliseconds: the fifth of its seven days. */
const WARN_BEFORE_MS = 48 * 60 * 60_000;
/** In the last hour the minutes are counted. */
const COUNT_BEFORE_MS = 60 * 60_000;

/** What is said of an end that is near. The server has the last word, so an end that has passed is what should have been. */
function nearWords(goodUntil: number, now: number, time: string, t: TFunction): string {
  const left = goodUntil - now;
  if (left <= 0) return t('screens.status.sessionOver', { time });
  return left <= COUNT_BEFORE_MS ? t('screens.status.sessionEndsIn', { count: Math.ceil(left / 60_000) }) : t('screens.status.sessionEnds', { time });
}

/** Until when the session lasts; in its last two days, how to go on. */
export function SessionEnd({ goodUntil, state, onPasteTokens }: { goodUntil: number | null; state: Status['state']; onPasteTokens: () => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  if (goodUntil === null || state === 'signedOut' || state === 'needsTokens') return null;
  const time = formats.moment(goodUntil, now);
  if (goodUntil - now > WARN_BEFORE_MS) return <span className="hidden text-ink-3 tabular-nums pair:inline">{t('screens.status.sessionGood', { time })}</span>;
  return (
    <InfoPopover trigger={<span className="flex items-center gap-1.5 font-medium text-warn-ink tabular-nums"><KeyRound className="size-3.5" aria-hidden />{nearWords(goodUntil, now, time, t)}</span>}>
      <p>{t('screens.status.sessionNext')}</p>
      <div><Button size="small" onClick={onPasteTokens}>{t('screens.queue.banner.paste')}</Button></div>
    </InfoPopover>
  );
}
