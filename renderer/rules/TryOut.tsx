import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { TryOut as Result } from '../../contract/rules.ts';
import type { Rule } from '../../contract/rules.ts';
import { appErrorOf } from '../bridge/client.ts';
import { useTryOut } from '../bridge/rules.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { numberText } from '../format/number-text.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { TimeText } from '../ui/TimeText.tsx';

/** Asks how a rule would have decided the last day's events, given those above it, and shows some of them. */
export function TryOut({ rule, rules, index, onOpenItem }: { rule: Rule; rules: readonly Rule[]; index: number; onOpenItem: (entity: QueueEntity, id: string) => void }) {
  const { t } = useTranslation();
  const attempt = useTryOut();
  const errorWords = useErrorWords();
  // What was tried is the list as it was then.
  const stale = attempt.data !== undefined && attempt.variables !== undefined && JSON.stringify(attempt.variables.rules) !== JSON.stringify(rules.slice(0, index + 1));
  return (
    <div className="flex flex-col items-start gap-2 rounded-lg bg-canvas px-4 py-3">
      <Button size="small" blocked={attempt.isPending} onClick={() => attempt.mutate({ rules: rules.slice(0, index + 1), index })}>{attempt.isPending ? t('screens.rules.try.busy') : t('screens.rules.try.action')}</Button>
      <div role="status" className="flex w-full flex-col gap-2 empty:hidden">
        {stale ? <p className="text-ink-3">{t('screens.rules.try.stale')}</p> : attempt.data ? <Outcome key={rule.id} result={attempt.data} onOpenItem={onOpenItem} /> : null}
      </div>
      {attempt.isError ? <ErrorNote reveal words={errorWords(appErrorOf(attempt.error))} /> : null}
    </div>
  );
}

function Outcome({ result: { events, matched, examples }, onOpenItem }: { result: Result; onOpenItem: (entity: QueueEntity, id: string) => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  if (events === 0) return <p className="text-ink-2">{t('screens.rules.try.noEvents')}</p>;
  return (
    <>
      <p className="font-medium">{t('screens.rules.try.result', { count: events, matched })}</p>
      {matched === 0 ? <p className="text-pretty text-ink-2">{t('screens.rules.try.none')}</p> : null}
      {examples.length > 0 ? (
        <>
          <p className="text-ink-2">{t('screens.rules.try.examples')}</p>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {examples.map(({ entity, id, number, title, kind, seenAt }, place) => (
              <li key={`${entity} ${id} ${place}`}>
                <button type="button" title={t('screens.rules.try.open', { title: title || t('screens.queue.untitled') })} onClick={() => onOpenItem(entity, id)} className="flex w-full min-w-0 items-baseline gap-3 px-3 py-1.5 text-left hover:bg-hover">
                  {number ? <span className="shrink-0 text-ink-3 tabular-nums">{numberText(number)}</span> : null}
                  <span className="min-w-0 flex-1 truncate">{title || t('screens.queue.untitled')}</span>
                  <span className="shrink-0 text-sm text-ink-3">{t(`screens.detail.kind.${kind}`)}</span>
                  <TimeText at={seenAt} text={formats.moment(seenAt, now)} className="shrink-0 text-sm text-ink-3 tabular-nums" />
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
