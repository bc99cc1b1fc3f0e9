import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../settings/fold.ts';
import { Button } from '../ui/Button.tsx';
import { PickList } from '../ui/PickList.tsx';
import { Popup } from '../ui/Popup.tsx';
import { MOST_VALUES } from './rule-parts.ts';

/** Something that a list of a rule can hold. */
export interface Option {
  readonly key: string;
  readonly label: string;
}

/** What a {@link ValueChoice} needs. `own` also takes what was typed and nobody knows yet. */
export interface ValueChoiceProps {
  readonly label: string;
  readonly own?: boolean;
  readonly chosen: readonly string[];
  readonly options: readonly Option[];
  readonly buttonId?: string;
  readonly onChange: (chosen: string[]) => void;
}

/** Some of many values: those chosen as words that can be taken away, the rest in a list to search. */
export function ValueChoice({ label, own = false, chosen, options, buttonId, onChange }: ValueChoiceProps) {
  const { t } = useTranslation();
  const choice = chosen.length === 0 ? t('screens.rules.editor.any') : t('screens.rules.editor.add');
  const labelOf = (key: string) => options.find((option) => option.key === key)?.label ?? key;
  const turn = (key: string) => {
    if (chosen.includes(key)) onChange(chosen.filter((each) => each !== key));
    else if (chosen.length < MOST_VALUES) onChange([...chosen, key]);
  };
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-wrap items-center gap-1.5">
        {chosen.map((key) => (
          <span key={key} className="inline-flex max-w-full min-w-0 items-center gap-0.5 rounded-md bg-neutral-soft pl-2 leading-7">
            <span className="min-w-0 truncate" title={labelOf(key)}>{labelOf(key)}</span>
            <button type="button" aria-label={t('screens.rules.editor.take', { value: labelOf(key) })} onClick={() => turn(key)} className="flex size-7 shrink-0 items-center justify-center rounded-md text-ink-3 hover:text-ink"><X className="size-3.5" aria-hidden /></button>
          </span>
        ))}
        <Popup label={label} className="max-h-72 w-72" trigger={<Button id={buttonId} size="small" aria-label={t('screens.rules.editor.addNamed', { label, choice })}><Plus className="size-4" aria-hidden />{choice}</Button>}>
          {() => <Values label={label} own={own} chosen={chosen} options={options} onTurn={turn} />}
        </Popup>
    </div>
  );
}

function Values({ label, own, chosen, options, onTurn }: { label: string; own: boolean; chosen: readonly string[]; options: readonly Option[]; onTurn: (key: string) => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const unknown = chosen.filter((key) => !options.some((option) => option.key === key)).map((key): Option => ({ key, label: key }));
  const found = [...unknown, ...options].filter((option) => fold(option.label).includes(fold(query)));
  const typed = query.trim();
  const isNew = own && typed !== '' && !found.some((option) => fold(option.label) === fold(typed));
  const picks = [
    ...found.map((option) => ({ key: option.key, label: option.label, chosen: chosen.includes(option.key) })),
    ...(isNew ? [{ key: typed, label: t('screens.rules.editor.own', { value: typed }), chosen: false }] : []),
  ];
  return (
    <PickList
      several
      label={label}
      placeholder={t('screens.rules.editor.find')}
      picks={picks}
      none={options.length === 0 ? t('screens.rules.editor.noneKnown') : t('screens.rules.editor.noneFound')}
      query={query}
      onQuery={setQuery}
      onPick={(key) => {
        onTurn(key);
        setQuery('');
      }}
    />
  );
}
