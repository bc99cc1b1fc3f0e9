import { useCallback, useEffect, useReducer } from 'react';
import type { QueueEntity } from '../../contract/entity.ts';
import type { EventPayload } from '../../contract/ipc/events.ts';
import { usePush } from '../bridge/BridgeContext.tsx';
import { useMarkRead } from '../bridge/mutations.ts';
import { useStatus } from '../bridge/queries.ts';
import { FirstRun } from '../first-run/FirstRun.tsx';
import { NoticeStack } from '../status/NoticeStack.tsx';
import { StatusLine } from '../status/StatusLine.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import { QueueScreen } from './QueueScreen.tsx';
import { Sidebar } from './Sidebar.tsx';
import { useHomeFocus } from './useHomeFocus.ts';
import { useWindowKeys } from './useWindowKeys.ts';
import { FIRST_VIEW, nextView } from './view.ts';

/** The main window: first run while signed out, else the screens between sidebar and status line. */
export function MainWindow() {
  const [view, dispatch] = useReducer(nextView, FIRST_VIEW);
  const { state } = useStatus();
  const signedOut = state === 'signedOut';
  const { mutate: markRead } = useMarkRead();
  const open = useCallback((entity: QueueEntity, id: string) => {
    dispatch({ type: 'open', entity, id });
    markRead({ entity, ids: [id], read: true });
  }, [markRead]);
  usePush('navigate', useCallback((event: EventPayload<'navigate'>) => {
    if (event.to === 'item') open(event.entity, event.id);
    else dispatch({ type: 'navigate', event });
  }, [open]));
  // Esc must not throw away what was typed on the page for tokens.
  const moves = useWindowKeys(dispatch, !signedOut && view.screen !== 'tokens');
  useHomeFocus(`${signedOut} ${view.screen} ${view.entity} ${moves}`);
  useEffect(() => {
    if (state === 'needsTokens') dispatch({ type: 'screen', screen: 'tokens' });
  }, [state]);

  if (signedOut) return <FirstRun mode="first" notices={<NoticeStack onSettings={null} />} onBack={null} onDone={() => dispatch({ type: 'queue', entity: 'ticket' })} />;
  if (view.screen === 'tokens') {
    const back = () => dispatch({ type: 'back' });
    return <FirstRun notices={<NoticeStack onSettings={null} />} mode={state === 'needsTokens' ? 'renew' : 'replace'} onBack={back} onDone={back} />;
  }
  return (
    <div className="flex h-full flex-col">
      <div className="flex min-h-0 flex-1">
        <Sidebar view={view} dispatch={dispatch} />
        <main className="flex min-w-0 flex-1 flex-col bg-surface">
          <NoticeStack onSettings={() => dispatch({ type: 'screen', screen: 'settings' })} />
          <div className="min-h-0 flex-1">
            {view.screen === 'settings'
              ? <SettingsScreen onPasteTokens={() => dispatch({ type: 'screen', screen: 'tokens' })} />
              : <QueueScreen key={view.entity} view={view} dispatch={dispatch} open={open} />}
          </div>
        </main>
      </div>
      <StatusLine onSettings={() => dispatch({ type: 'screen', screen: 'settings' })} onPasteTokens={() => dispatch({ type: 'screen', screen: 'tokens' })} />
    </div>
  );
}
