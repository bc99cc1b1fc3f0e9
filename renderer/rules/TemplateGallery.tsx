import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../format/FormatProvider.tsx';
import { Button } from '../ui/Button.tsx';
import type { Desk } from './desk.ts';
import { ruleSentence } from './rule-sentence.ts';
import { fromTemplate, TEMPLATES, type TemplateRule } from './templates.ts';

/** Good rules to start from, each as the sentence it would be on this desk. */
export function TemplateGallery({ desk, blocked, onAdd }: { desk: Desk; blocked: boolean; onAdd: (made: TemplateRule) => void }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section aria-label={t('screens.rules.templates.title')} className="flex flex-col gap-3">
      <h2 className="text-md font-semibold">{t('screens.rules.templates.title')}</h2>
      <ul className="grid gap-2 pair:grid-cols-2">
        {TEMPLATES.map((template) => {
          const { rule, complete } = fromTemplate(t, template, desk);
          return (
            <li key={template} className="flex items-start gap-3 rounded-lg border border-line px-3.5 py-3">
              <div className="min-w-0 flex-1">
                <p className="font-medium break-words">{rule.name}</p>
                <p className="text-sm text-pretty text-ink-3">{t(`screens.rules.templates.${template}.why`)}</p>
                <p className="mt-1 text-sm text-pretty break-words text-ink-2">{complete ? ruleSentence(t, formats, rule, desk) : t('screens.rules.templates.choose')}</p>
              </div>
              <Button size="icon" aria-label={t('screens.rules.templates.add', { name: rule.name })} title={t('screens.rules.templates.add', { name: rule.name })} blocked={blocked} onClick={() => onAdd(fromTemplate(t, template, desk))}><Plus className="size-4" aria-hidden /></Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
