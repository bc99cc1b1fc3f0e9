import { ArrowLeft, ListPlus, Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Rule } from '../../contract/rules.ts';
import { useDesk, useRules } from '../bridge/rules.ts';
import { useErrorWords } from '../format/useErrorWords.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { DefaultsList } from './DefaultsList.tsx';
import { blankRule, MOST_RULES } from './rule-parts.ts';
import { RuleList } from './RuleList.tsx';
import { RulesFile } from './RulesFile.tsx';
import { TemplateGallery } from './TemplateGallery.tsx';

/** Notification rules: their order, what each says, and what decides without them. `rule` is one to begin with, open. Each change counts at once. */
export function RulesScreen({ rule = null, onBack, onOpen }: { rule?: string | null; onBack: () => void; onOpen: (entity: QueueEntity, id: string) => void }) {
  const { t } = useTranslation();
  const { rules, change, error, retry } = useRules();
  const desk = useDesk();
  const errorWords = useErrorWords();
  const [open, setOpen] = useState<string | null>(rule);
  const [gallery, setGallery] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const begun = useRef<string | null>(null);
  const full = rules.length >= MOST_RULES;
  const add = (made: Rule, edit: boolean) => {
    change((list) => [made, ...list]);
    if (!edit) return;
    setOpen(made.id);
    begun.current = made.id;
  };
  useLayoutEffect(() => {
    // A rule that is begun is named first; whoever works by key would otherwise pass all that stands before it.
    const name = begun.current === null ? null : page.current?.querySelector<HTMLInputElement>(`[data-rule="${begun.current}"] [role="group"] input`);
    if (!name) return;
    begun.current = null;
    name.select();
    name.focus();
  }, [rules, open]);
  return (
    <div ref={page} data-scrolls className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-[56rem] flex-col gap-6 px-6 py-6 pair:px-8">
        <header className="flex flex-col gap-1">
          <div><Button look="ghost" size="small" className="-ml-2" onClick={onBack}><ArrowLeft className="size-4" aria-hidden />{t('screens.rules.back')}</Button></div>
          <h1 tabIndex={-1} data-focus-home className="text-xl font-semibold outline-none">{t('screens.rules.title')}</h1>
          <p className="max-w-[42rem] text-pretty text-ink-2">{t('screens.rules.lead')}</p>
        </header>
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center gap-2">
            <Button look="primary" blocked={full} onClick={() => add(blankRule(t('screens.rules.newName')), true)}><Plus className="size-4" aria-hidden />{t('screens.rules.add')}</Button>
            {rules.length > 0 ? <Button aria-expanded={gallery} onClick={() => setGallery(!gallery)}><ListPlus className="size-4" aria-hidden />{t('screens.rules.templates.show')}</Button> : null}
            <RulesFile empty={rules.length === 0} />
          </div>
          {full ? <p className="text-ink-2">{t('screens.rules.full', { most: MOST_RULES })}</p> : null}
          {error ? <div className="flex flex-wrap items-center gap-2"><ErrorNote reveal words={errorWords(error)} /><Button size="small" onClick={retry}>{t('screens.app.retry')}</Button></div> : null}
        </div>
        {rules.length === 0 ? <p className="text-pretty text-ink-2"><span className="font-medium text-ink">{t('screens.rules.empty.title')}</span>{'. '}{t('screens.rules.empty.text')}</p> : null}
        {gallery || rules.length === 0 ? <TemplateGallery desk={desk} blocked={full} onAdd={({ rule: made, complete }) => add(made, !complete)} /> : null}
        <RuleList rules={rules} desk={desk} open={open} onToggle={setOpen} onChange={change} onOpenItem={onOpen} />
        <DefaultsList />
      </div>
    </div>
  );
}
