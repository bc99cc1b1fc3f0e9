import { clsx } from 'clsx';
import { useCallback, useEffect, useRef } from 'react';
import type { QueueEntity } from '../../contract/entity.ts';
import { DetailPane } from '../detail/DetailPane.tsx';
import { NothingOpen } from '../detail/NothingOpen.tsx';
import { QueuePane } from '../queue/QueuePane.tsx';
import type { View, ViewAction } from './view.ts';

/** A queue beside the item that is open. A window too narrow for both shows one at a time. */
export function QueueScreen({ view, dispatch, open }: { view: View; dispatch: (action: ViewAction) => void; open: (entity: QueueEntity, id: string) => void }) {
  const { entity } = view;
  const openId = view.open[entity];
  const list = useRef<HTMLDivElement>(null);
  const hadOpen = useRef(false);
  useEffect(() => {
    if (hadOpen.current && openId === null) list.current?.focus();
    hadOpen.current = openId !== null;
  }, [openId]);
  const close = useCallback(() => dispatch({ type: 'back' }), [dispatch]);
  return (
    <div className="flex h-full">
      <div className={clsx('h-full min-w-0 flex-1 border-line pair:flex-none pair:basis-[44%] pair:border-r wide:max-w-[34rem]', openId !== null && 'hidden pair:block')}>
        <QueuePane
          listRef={list}
          entity={entity}
          filter={view.filter[entity]}
          openId={openId}
          onFilter={(filter) => dispatch({ type: 'filter', filter })}
          onOpen={(id) => open(entity, id)}
          onPasteTokens={() => dispatch({ type: 'screen', screen: 'tokens' })}
          onSettings={() => dispatch({ type: 'screen', screen: 'settings' })}
        />
      </div>
      <div className={clsx('h-full min-w-0 flex-1', openId === null && 'hidden pair:block')}>
        {openId === null ? <NothingOpen entity={entity} /> : <DetailPane entity={entity} id={openId} onOpen={open} onClose={close} />}
      </div>
    </div>
  );
}
