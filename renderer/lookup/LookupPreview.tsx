import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookupResult } from '../../contract/models/views.ts';
import { useCall } from '../bridge/BridgeContext.tsx';
import { appErrorOf } from '../bridge/client.ts';
import { keys } from '../bridge/keys.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { useFormats } from '../format/FormatProvider.tsx';

/** The selected result in more words, from the local copy alone. `scroller` is what scrolls; `onFocus` may pass the focus on. */
export function LookupPreview({ result, scroller, onFocus }: { result: LookupResult; scroller: RefObject<HTMLElement | null>; onFocus: () => void }) {
  const { t } = useTranslation();
  const call = useCall();
  const formats = useFormats();
  const errorWords = useErrorWords();
  const { entity, id } = result;
  const { data, error } = useQuery({ queryKey: keys.lookupPreview(entity, id), queryFn: () => call('lookup.preview', { entity, id }), gcTime: 5_000 });
  const facts = [
    [t('screens.detail.consumer'), result.consumerName],
    [t('screens.detail.department'), result.departmentName],
    [t('screens.field.status'), result.status],
    [t('screens.detail.assignee'), data?.assigneeName ?? null],
    [t('screens.lookup.preview.changed'), result.updatedAt === null ? null : formats.exact(result.updatedAt)],
  ].filter((fact): fact is [string, string] => fact[1] !== null);
  return (
    <section ref={scroller} tabIndex={0} onFocus={onFocus} aria-label={t('screens.lookup.preview.label')} aria-live="polite" className="max-h-[45%] shrink-0 overflow-y-auto border-t border-line px-4 py-2.5">
      <h2 className="font-medium wrap-anywhere">{result.title || t('screens.queue.untitled')}</h2>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
        {facts.map(([name, value]) => <div key={name} className="contents"><dt className="text-ink-3">{name}</dt><dd className="wrap-anywhere">{value}</dd></div>)}
      </dl>
      <p className="mt-1.5 text-sm whitespace-pre-line wrap-anywhere">
        {data ? data.description || t('screens.detail.noDescription') : error ? errorWords(appErrorOf(error)).what : t('screens.lookup.preview.loading')}
      </p>
    </section>
  );
}
