import { ChevronRight, Inbox, ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import { numberText } from '../format/number-text.ts';
import { Badge } from '../ui/Badge.tsx';
import { DueChip } from '../ui/DueChip.tsx';
import { statusTone } from '../ui/tone.ts';

/** An item that belongs to the one shown. */
export interface LinkedItem {
  /** What it is, where the list holds both. */
  readonly entity?: QueueEntity;
  readonly id: string;
  readonly number?: string | null;
  readonly title: string;
  readonly status: string | null;
  readonly dueAt: number | null;
}

/** Items that belong to the one shown; each opens. */
export function LinkedItems({ entity, items, onOpen }: { entity: QueueEntity; items: readonly LinkedItem[]; onOpen: (entity: QueueEntity, id: string) => void }) {
  const { t } = useTranslation();
  return (
    <ul className="flex max-w-[44rem] flex-col overflow-hidden rounded-lg border border-line">
      {items.map((item) => {
        const kind = item.entity ?? entity;
        const Icon = kind === 'ticket' ? Inbox : ListChecks;
        return (
        <li key={`${kind} ${item.id}`} className="not-last:border-b not-last:border-line">
          <button type="button" onClick={() => onOpen(kind, item.id)} className="flex min-h-9 w-full min-w-0 items-center gap-2 px-2.5 py-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2">
            <Icon className="size-4 shrink-0 text-ink-3" aria-hidden />
            {item.number ? <span className="shrink-0 text-ink-3 tabular-nums">{numberText(item.number)}</span> : null}
            <span className="min-w-0 flex-1 truncate">{item.title || t('screens.queue.untitled')}</span>
            {item.dueAt !== null ? <DueChip dueAt={item.dueAt} /> : null}
            {item.status ? <Badge tone={statusTone(item.status)} title={item.status} className="max-w-32 shrink-0">{item.status}</Badge> : null}
            <ChevronRight className="size-4 shrink-0 text-ink-3" aria-hidden />
          </button>
        </li>
        );
      })}
    </ul>
  );
}
