import { Search } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../contract/models/filter.ts';
import { Input } from '../ui/Field.tsx';
import { fold } from './fold.ts';

/** Names shown at once; with more, one types. */
const MOST_SHOWN = 60;
/** Below so many names nobody needs a search. */
const SEARCH_FROM = 7;

/** One of the agents, or none of them. The list is a group of radio buttons: arrows move, letters in the field above narrow it. */
export function AgentChoice({ agents, me, onChoose }: { agents: readonly (Agent & { readonly count: number })[]; me: Agent | null; onChoose: (me: Agent | null) => void }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const id = useId();
  const known = me === null || agents.some(({ key }) => key === me.key) ? agents : [{ ...me, count: 0 }, ...agents];
  const found = known.filter(({ name }) => fold(name).includes(fold(search)));
  const shown = found.slice(0, MOST_SHOWN);
  const hidden = found.length - shown.length;
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="contents"><span className="font-medium">{t('screens.identity.who')}</span></legend>
      <p role="status" className="text-sm text-ink-3">{me ? t('screens.identity.you', { name: me.name }) : t('screens.identity.unknown')}</p>
      <div className="overflow-hidden rounded-lg border border-control-line bg-surface focus-within:border-accent-ink">
        {known.length < SEARCH_FROM ? null : (
          <div className="flex items-center border-b border-line pl-2.5">
            <Search className="size-4 shrink-0 text-ink-3" aria-hidden />
            <Input className="border-transparent bg-transparent focus-visible:border-transparent focus-visible:outline-0" type="search" aria-label={t('screens.identity.search')} placeholder={t('screens.identity.search')} value={search} onChange={(event) => setSearch(event.target.value)} />
          </div>
        )}
        <div className="max-h-56 overflow-y-auto overscroll-contain p-1">
          {shown.map((agent) => <Choice key={agent.key} group={id} label={agent.name} aside={agent.count > 0 ? t('screens.identity.items', { count: agent.count }) : null} checked={agent.key === me?.key} onChoose={() => onChoose({ key: agent.key, id: agent.id, name: agent.name })} />)}
          {hidden > 0 ? <p className="px-2 py-1 text-sm text-ink-3">{t('screens.identity.more', { count: hidden })}</p> : null}
          {found.length === 0 ? <p className="px-2 py-1.5 text-pretty text-ink-3">{known.length === 0 ? t('screens.identity.empty') : t('screens.identity.none', { search: search.trim() })}</p> : null}
          <Choice group={id} label={t('screens.identity.nobody')} aside={null} checked={me === null} onChoose={() => onChoose(null)} />
        </div>
      </div>
      <p className="text-sm text-pretty text-ink-3">{t('screens.identity.nobodyHelp')}</p>
    </fieldset>
  );
}

function Choice({ group, label, aside, checked, onChoose }: { group: string; label: string; aside: string | null; checked: boolean; onChoose: () => void }) {
  return (
    <label className="flex min-h-8 min-w-0 items-center gap-2.5 rounded-md px-2 hover:bg-hover has-checked:bg-selected has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent-ink">
      <input type="radio" name={group} checked={checked} onChange={onChoose} className="size-4 shrink-0 accent-accent outline-0" />
      <span className="min-w-0 flex-1 truncate" title={label}>{label}</span>
      {aside ? <span className="shrink-0 text-sm text-ink-3 tabular-nums">{aside}</span> : null}
    </label>
  );
}
