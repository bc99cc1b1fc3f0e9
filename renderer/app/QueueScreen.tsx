import { clsx } from 'clsx';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueEntity } from '../../contract/entity.ts';
import type { QueueRow } from '../../contract/models/views.ts';
import { filterKey } from '../bridge/filter-key.ts';
import { DetailPane } from '../detail/DetailPane.tsx';
import { NothingOpen } from '../detail/NothingOpen.tsx';
import { EVERYTHING } from '../queue/filters.ts';
import { QueuePane } from '../queue/QueuePane.tsx';
import { useItemCommands } from '../queue/useItemCommands.ts';
import { useSay } from '../status/Toaster.tsx';
import { useSavedViews } from '../views/useSavedViews.ts';
import { ViewNameDialog } from '../views/ViewNameDialog.tsx';
import { useTranslation } from 'react-i18next';
import type { View, ViewAction } from './view.ts';

/** A queue beside the item that is open. A window too narrow for both shows one at a time. */
export function QueueScreen({ view, dispatch, open }: { view: View; dispatch: (action: ViewAction) => void; open: (entity: QueueEntity, id: string) => void }) {
  const { t } = useTranslation();
  const { entity } = view;
  const openId = view.open[entity];
  const filter = view.filter[entity];
  const list = useRef<HTMLDivElement>(null);
  const hadOpen = useRef(false);
  const say = useSay();
  const saved = useSavedViews();
  const [naming, setNaming] = useState(false);
  const [cursorRow, setCursorRow] = useState<QueueRow | null>(null);
  useItemCommands(entity, openId, cursorRow);
  useEffect(() => {
    if (hadOpen.current && openId === null) list.current?.focus();
    hadOpen.current = openId !== null;
  }, [openId]);
  const close = useCallback(() => dispatch({ type: 'back' }), [dispatch]);
  const chosen = saved.views.find(({ id }) => id === view.saved[entity]) ?? null;
  const changed = chosen !== null && filterKey(chosen.filter) !== filterKey(filter);
  return (
    <div className="flex h-full">
      <div className={clsx('h-full min-w-0 flex-1 border-line pair:flex-none pair:basis-[48%] pair:border-r wide:max-w-[36rem]', openId !== null && 'hidden pair:block')}>
        <QueuePane
          listRef={list}
          entity={entity}
          filter={filter}
          view={chosen}
          openId={openId}
          onFilter={(next) => dispatch({ type: 'filter', filter: next })}
          onSave={() => (saved.full ? say({ text: t('screens.views.full') }) : setNaming(true))}
          onUpdate={changed ? () => {
            saved.change(chosen.id, { filter });
            say({ text: t('screens.views.saved', { name: chosen.name }) });
          } : null}
          onOpen={(id) => open(entity, id)}
          onCursor={setCursorRow}
          onPasteTokens={() => dispatch({ type: 'screen', screen: 'tokens' })}
          onSettings={() => dispatch({ type: 'screen', screen: 'settings' })}
          onIdentity={() => dispatch({ type: 'screen', screen: 'settings', section: 'identity' })}
        />
      </div>
      <div data-details className={clsx('h-full min-w-0 flex-1', openId === null && 'hidden pair:block')}>
        {openId === null ? <NothingOpen entity={entity} /> : (
          <DetailPane entity={entity} id={openId} onOpen={open} onClose={close} onConsumer={(consumerId) => dispatch({ type: 'show', entity, filter: { ...EVERYTHING, consumerId }, saved: null })} />
        )}
      </div>
      {naming ? (
        <ViewNameDialog
          name={null}
          taken={saved.views.map(({ name }) => name)}
          onClose={() => setNaming(false)}
          onName={(name) => {
            setNaming(false);
            dispatch({ type: 'saved', id: saved.add(name, entity, filter) });
          }}
        />
      ) : null}
    </div>
  );
}
