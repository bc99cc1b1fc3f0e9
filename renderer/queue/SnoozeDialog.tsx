import { AlarmClockOff } from 'lucide-react';
import { useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../contract/models/views.ts';
import { useFormats } from '../format/FormatProvider.tsx';
import { numberText } from '../format/number-text.ts';
import { Select } from '../ui/Select.tsx';
import { clockTime } from '../format/clock-time.ts';
import { Button } from '../ui/Button.tsx';
import { Field, Input } from '../ui/Field.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { daysFrom, localDate, localTime, snoozesNow } from './snooze-times.ts';

/** What a snooze dialog asks about and tells. */
export interface SnoozeDialogProps {
  readonly row: QueueRow;
  /** Local wall time, epoch ms. */
  readonly now: number;
  readonly onSnooze: (until: number, orChange: boolean) => void;
  readonly onWake: () => void;
  readonly onClose: () => void;
}

/** Until when an item is out of the way. One key for each usual time, or a time of one's own. */
export function SnoozeDialog({ row, now, onSnooze, onWake, onClose }: SnoozeDialogProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [orChange, setOrChange] = useState(true);
  const offers = snoozesNow(now);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    const offer = offers[Number(event.key) - 1];
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (offer) onSnooze(offer.until, orChange);
    else if (step !== 0 && at >= 0) buttons[(at + step + buttons.length) % buttons.length]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <Sheet labelledBy={id} onClose={onClose} className="w-[26rem]">
      <div onKeyDown={onKeyDown} className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4">
        <div className="min-w-0 px-1">
          <h2 id={id} className="text-md font-semibold">{t('screens.snooze.title')}</h2>
          <p className="truncate text-sm text-ink-3" title={row.title}>{[row.number ? numberText(row.number) : '', row.title || t('screens.queue.untitled')].filter(Boolean).join(' · ')}</p>
        </div>
        {row.snoozedUntil !== null ? (
          <div className="flex flex-wrap items-center justify-between gap-2 rounded-lg bg-info-soft px-3 py-2 text-info-ink">
            <span>{t('screens.snooze.until', { time: formats.moment(row.snoozedUntil, now) })}</span>
            <Button size="small" onClick={onWake}><AlarmClockOff className="size-4" aria-hidden />{t('screens.snooze.wake')}</Button>
          </div>
        ) : null}
        <ul ref={list} className="flex flex-col">
          {offers.map(({ snooze, until }, index) => (
            <li key={snooze}>
              <button type="button" autoFocus={index === 0} onClick={() => onSnooze(until, orChange)} className="flex min-h-8 w-full items-center gap-3 rounded-md px-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2">
                <span aria-hidden><Kbd keys={[String(index + 1)]} /></span>
                <span className="min-w-0 flex-1">{t(`screens.snooze.at.${snooze}`)}</span>
                <span className="text-sm text-ink-3 tabular-nums">{formats.moment(until, now)}</span>
              </button>
            </li>
          ))}
        </ul>
        <OwnTime now={now} onChoose={(until) => onSnooze(until, orChange)} />
        <label className="flex items-center gap-2 px-1.5">
          <input type="checkbox" checked={orChange} onChange={(event) => setOrChange(event.target.checked)} className="size-4 shrink-0 accent-accent" />
          {t('screens.snooze.orChange')}
        </label>
      </div>
    </Sheet>
  );
}

/** Days ahead that can be chosen, today the first. */
const DAYS_AHEAD = 180;

/** A day and a time in the language's own words: the browser's own fields follow the system's language, not the app's. */
function OwnTime({ now, onChoose }: { now: number; onChoose: (until: number) => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [date, setDate] = useState(() => localDate(now));
  const [time, setTime] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = localTime(date, clockTime(time) ?? '');
    const usable = at !== null && at > now;
    setWrong(!usable);
    if (usable) onChoose(at);
  };
  return (
    <form aria-label={t('screens.snooze.own')} noValidate onSubmit={submit} className="flex flex-col gap-1 border-t border-line px-1.5 pt-3">
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-36 flex-1">
          <Field label={t('screens.snooze.date')}>
            {(control) => (
              <Select {...control} value={date} onChange={(event) => setDate(event.target.value)} aria-invalid={wrong || undefined}>
                {daysFrom(now, DAYS_AHEAD).map((day) => <option key={day} value={localDate(day)}>{formats.date(day, now)}</option>)}
              </Select>
            )}
          </Field>
        </div>
        <div className="w-24"><Field label={t('screens.snooze.time')}>{(control) => <Input {...control} inputMode="numeric" maxLength={5} placeholder="08:30" className="tabular-nums" value={time} onChange={(event) => setTime(event.target.value)} aria-invalid={wrong || undefined} />}</Field></div>
        <Button type="submit">{t('screens.snooze.action')}</Button>
      </div>
      {wrong ? <p role="alert" className="text-sm text-bad-ink">{t('screens.snooze.past')}</p> : null}
    </form>
  );
}
