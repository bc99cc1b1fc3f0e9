import { clsx } from 'clsx';
import { ArrowDown, ArrowUp, Bookmark, Ellipsis, Pencil, Trash2, type LucideIcon } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../contract/models/filter.ts';
import type { QueueCount } from '../bridge/queue-queries.ts';
import { NavLine } from '../app/NavLine.tsx';
import { initials } from '../detail/ConsumerCard.tsx';
import { useSay } from '../status/Toaster.tsx';
import { Button } from '../ui/Button.tsx';
import { Popup } from '../ui/Popup.tsx';
import { useSavedViews } from './useSavedViews.ts';
import { ViewNameDialog } from './ViewNameDialog.tsx';
import { moved, placedAt } from './views.ts';

/** The person's own views, in their own order: by drag, by Alt and arrows, or by the menu of each. */
export function ViewList({ counts, isCurrent, onShow }: { counts: readonly (QueueCount | undefined)[]; isCurrent: (view: SavedView) => boolean; onShow: (view: SavedView) => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const { views, change, remove, reorder } = useSavedViews();
  const list = useRef<HTMLUListElement>(null);
  const [renaming, setRenaming] = useState<SavedView | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  if (views.length === 0) return null;
  const move = (view: SavedView, by: number) => {
    const next = moved(views, view.id, by);
    if (next === views) return;
    reorder(next);
    say({ text: t('screens.views.moved', { name: view.name, place: next.findIndex(({ id }) => id === view.id) + 1, count: next.length }) });
  };
  const onKeyDown = (view: SavedView) => (event: KeyboardEvent) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) move(view, event.key === 'ArrowUp' ? -1 : 1);
    else if (event.key === 'F2') setRenaming(view);
    else if (event.key === 'Delete') {
      // The line is about to go, and the focus with it.
      const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-view]') ?? [])];
      const at = lines.findIndex((line) => line.dataset['view'] === view.id);
      (lines[at + 1] ?? lines[at - 1])?.focus();
      remove(view.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section aria-label={t('screens.views.label')} className="mt-3">
      <p className="hidden px-2 pb-1 text-xs font-medium text-ink-3 wide:block" title={t('screens.views.keys')} aria-hidden>{t('screens.views.label')}</p>
      <ul ref={list} className="flex flex-col gap-0.5">
        {views.map((view, index) => (
          <li
            key={view.id}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', view.name);
              setDragged(view.id);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) reorder(placedAt(views, dragged, index));
            }}
            className={clsx('group/view relative rounded-md', dragged !== null && over === index && dragged !== view.id && 'outline-2 -outline-offset-2 outline-accent')}
          >
            <NavLine
              icon={Bookmark}
              short={initials(view.name)}
              label={view.name}
              hint={`${view.name} (${t(`screens.entity.${view.entity}`)})`}
              count={counts[index]?.total ?? 0}
              counted={t(`screens.queue.total.${view.entity}`, { count: counts[index]?.total ?? 0 })}
              current={isCurrent(view)}
              data={{ 'data-view': view.id, onKeyDown: onKeyDown(view) }}
              room
              onClick={() => onShow(view)}
            />
            {/* Where only letters have room, the view that is shown has its menu below them. */}
            <span className={clsx('justify-center wide:absolute wide:top-0.5 wide:right-0.5 wide:block', isCurrent(view) ? 'flex' : 'hidden')}>
              <Popup
                label={t('screens.views.menu', { name: view.name })}
                className="w-48 p-1"
                trigger={<Button look="ghost" size="icon" aria-label={t('screens.views.menu', { name: view.name })} title={t('screens.views.menu', { name: view.name })} className="group-focus-within/view:opacity-100 group-hover/view:opacity-100 data-[state=open]:opacity-100 wide:opacity-0"><Ellipsis className="size-4" aria-hidden /></Button>}
              >
                {(close) => (
                  <div className="flex flex-col">
                    <MenuLine icon={Pencil} label={t('screens.views.rename')} onClick={() => { close(); setRenaming(view); }} />
                    <MenuLine icon={ArrowUp} label={t('screens.views.up')} blocked={index === 0} onClick={() => move(view, -1)} />
                    <MenuLine icon={ArrowDown} label={t('screens.views.down')} blocked={index === views.length - 1} onClick={() => move(view, 1)} />
                    <MenuLine icon={Trash2} label={t('screens.views.remove')} onClick={() => { close(); remove(view.id); }} />
                  </div>
                )}
              </Popup>
            </span>
          </li>
        ))}
      </ul>
      {renaming ? (
        <ViewNameDialog
          name={renaming.name}
          taken={views.map(({ name }) => name)}
          onClose={() => setRenaming(null)}
          onName={(name) => {
            setRenaming(null);
            change(renaming.id, { name });
          }}
        />
      ) : null}
    </section>
  );
}

function MenuLine({ icon: Icon, label, blocked = false, onClick }: { icon: LucideIcon; label: string; blocked?: boolean; onClick: () => void }) {
  return <Button look="ghost" blocked={blocked} onClick={onClick} className="w-full focus-visible:-outline-offset-2"><Icon className="size-4 text-ink-3" aria-hidden />{label}</Button>;
}
