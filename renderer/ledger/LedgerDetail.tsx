import { ArrowLeft, ExternalLink } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { LedgerEntry } from '../../contract/models/ledger.ts';
import { useSettings } from '../bridge/queries.ts';
import { changeWords } from '../detail/history-words.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { numberText } from '../format/number-text.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { TimeText } from '../ui/TimeText.tsx';
import type { LedgerItem } from './LedgerScreen.tsx';
import { isOwnRule, OUTCOME_TONES, outcomeOf, ruleWords, whyWords } from './ledger-words.ts';

/** One entry: why in a sentence, then everything that was written down. `alone`: the list shows this item only. */
export function LedgerDetail({ entry, alone, onBack, onItem, onOpen, onRule }: { entry: LedgerEntry; alone: boolean; onBack: () => void; onItem: (item: LedgerItem) => void; onOpen: (entity: QueueEntity, id: string) => void; onRule: (rule: string) => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { quietHours } = useSettings();
  const outcome = outcomeOf(entry);
  const time = (at: number) => <TimeText at={at} text={formats.moment(at, now)} className="tabular-nums" />;
  const lines: (readonly [name: string, value: ReactNode])[] = [
    [t('screens.ledger.line.what'), <>{t(`screens.detail.kind.${entry.kind}`)}{entry.changes.map((change, index) => <span key={index} className="block break-words">{changeWords(t, formats, change, now)}</span>)}</>],
    [t('screens.ledger.line.at'), entry.at === null ? t('screens.ledger.line.atUnknown') : time(entry.at)],
    [t('screens.ledger.line.seen'), <>{time(entry.seenAt)}{` · ${t(`screens.detail.source.${entry.source}`)}`}</>],
    [t('screens.ledger.line.decision'), <Badge key="decision" tone={OUTCOME_TONES[outcome]}>{t(`screens.ledger.outcome.${outcome}`)}</Badge>],
    [t('screens.ledger.line.rule'), <RuleLine key="rule" entry={entry} onRule={onRule} />],
    ...toastLines(),
  ];

  function toastLines(): (readonly [string, ReactNode])[] {
    const { toast } = entry;
    if (!toast) return [];
    const helper = toast.via === 'node-notifier' ? ` (${t('screens.settings.notifications.via.helper')})` : '';
    const answer = toast.shown === null ? t('screens.ledger.answer.none') : toast.shown ? `${t('screens.ledger.answer.shown')}${helper}` : `${t('screens.ledger.answer.notShown')}${helper}`;
    return [
      [t('screens.ledger.line.sent'), time(toast.claimedAt)],
      [t('screens.ledger.line.answer'), <>{answer}{toast.detail ? <span className="block break-words text-ink-3 select-text">{toast.detail}</span> : null}</>],
      [t('screens.ledger.line.clicked'), toast.clickedAt === null ? t('screens.app.no') : time(toast.clickedAt)],
      ...(toast.withdrawnAt === null ? [] : [[t('screens.ledger.line.withdrawn'), <>{time(toast.withdrawnAt)}{` · ${t('screens.ledger.withdrawnWhy')}`}</>] as const]),
    ];
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || window.getComputedStyle(event.currentTarget.querySelector('[data-back]') ?? event.currentTarget).display === 'none') return;
    event.preventDefault();
    onBack();
  };
  return (
    <article aria-label={t('screens.ledger.entry')} onKeyDown={onKeyDown} className="flex flex-col gap-4 px-5 py-4">
      <div data-back className="pair:hidden"><Button look="ghost" size="small" className="-ml-2" onClick={onBack}><ArrowLeft className="size-4" aria-hidden />{t('screens.ledger.backToList')}</Button></div>
      <header className="flex flex-col gap-2">
        <h2 className="text-md font-semibold break-words select-text">{entry.number ? `${numberText(entry.number)} ` : ''}{entry.title || t('screens.queue.untitled')}</h2>
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => onOpen(entry.entity, entry.id)}><ExternalLink className="size-4" aria-hidden />{t(`screens.ledger.open.${entry.entity}`)}</Button>
          {alone ? null : <Button size="small" look="ghost" onClick={() => onItem({ entity: entry.entity, id: entry.id })}>{t('screens.ledger.onlyThis')}</Button>}
        </div>
      </header>
      <p className="rounded-lg bg-canvas px-3.5 py-2.5 text-md text-pretty break-words select-text">{whyWords(t, formats, entry, quietHours)}</p>
      <dl className="grid grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] gap-x-6 gap-y-2">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** The rule that decided. One that is still there can be gone to. */
function RuleLine({ entry, onRule }: { entry: LedgerEntry; onRule: (rule: string) => void }) {
  const { t } = useTranslation();
  const { rules } = useSettings();
  const { rule } = entry;
  const words = ruleWords(t, entry) || t('screens.ledger.by.unknown');
  if (rule === null || !isOwnRule(entry)) return <span className="inline-block first-letter:uppercase">{words}</span>;
  if (!rules.some(({ id }) => id === rule)) return <>{words}<span className="block text-sm text-ink-3">{t('screens.ledger.ruleGone')}</span></>;
  return <button type="button" onClick={() => onRule(rule)} className="rounded text-left break-words text-accent-ink underline underline-offset-2">{words}</button>;
}
