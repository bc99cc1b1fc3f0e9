import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatus } from '../../bridge/queries.ts';
import { useFormats, useNow } from '../../format/FormatProvider.tsx';
import { stateWords } from '../../format/state-words.ts';
import { IdentityForm } from '../../settings/IdentityForm.tsx';
import { Callout } from '../../ui/Callout.tsx';

/** Who the person is and where they work, while the first sync may still be bringing names. */
export function IdentityStep() {
  const { t } = useTranslation();
  const status = useStatus();
  const formats = useFormats();
  const now = useNow();
  const queries = useQueryClient();
  const reading = status.completeUpTo === null;
  const done = status.progress?.done ?? null;
  useEffect(() => {
    // Each page may name somebody new.
    void queries.invalidateQueries({ queryKey: ['agents'] });
  }, [queries, done, reading]);
  const words = stateWords(t, formats, status, now);
  return (
    <div className="flex flex-col gap-5">
      <div role="status" className="empty:hidden">
        {reading ? <Callout tone="info" what={[t('screens.setUp.identity.reading'), words.progress || words.text].join(' ')} next={t('screens.setUp.identity.readingLong')} /> : null}
      </div>
      <IdentityForm />
      <p className="text-sm text-ink-3">{t('screens.setUp.identity.later', { group: t('screens.settings.sections.identity') })}</p>
    </div>
  );
}
