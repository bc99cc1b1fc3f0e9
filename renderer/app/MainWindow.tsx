import { useCallback, useEffect, useReducer, useState } from 'react';
import type { QueueEntity } from '../../contract/entity.ts';
import type { EventPayload } from '../../contract/ipc/events.ts';
import { usePush } from '../bridge/BridgeContext.tsx';
import { useMarkRead, useUpdateSettings } from '../bridge/mutations.ts';
import { useSettings, useStatus } from '../bridge/queries.ts';
import { TokensPage } from '../first-run/TokensPage.tsx';
import { Wizard } from '../first-run/Wizard.tsx';
import { ImportPage } from '../profiles/ImportPage.tsx';
import { NoticeStack } from '../status/NoticeStack.tsx';
import { StatusLine } from '../status/StatusLine.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import { QueueScreen } from './QueueScreen.tsx';
import { Sidebar } from './Sidebar.tsx';
import { useHomeFocus } from './useHomeFocus.ts';
import { useWindowKeys } from './useWindowKeys.ts';
import { FIRST_VIEW, nextView } from './view.ts';

/** The main window: the set-up while signed out or not gone through, else the screens between sidebar and status line. */
export function MainWindow() {
  const [view, dispatch] = useReducer(nextView, FIRST_VIEW);
  const { state } = useStatus();
  const [offeredAddress, setOfferedAddress] = useState<string | null>(null);
  const signedOut = state === 'signedOut';
  const settingUp = useSettings().firstRunStep !== null;
  const { mutate: markRead } = useMarkRead();
  const { mutate: updateSettings } = useUpdateSettings();
  const open = useCallback((entity: QueueEntity, id: string) => {
    dispatch({ type: 'open', entity, id });
    markRead({ entity, ids: [id], read: true });
  }, [markRead]);
  usePush('navigate', useCallback((event: EventPayload<'navigate'>) => {
    if (event.to === 'item') open(event.entity, event.id);
    else dispatch({ type: 'navigate', event });
    // Whoever goes somewhere else has left the set-up; the settings repeat it.
    if (settingUp && !signedOut) updateSettings({ firstRunStep: null });
  }, [open, settingUp, signedOut, updateSettings]));
  // Esc must not throw away what was typed on the pages for tokens and for an import.
  const moves = useWindowKeys(dispatch, !signedOut && !settingUp && view.screen !== 'tokens' && view.screen !== 'import');
  useHomeFocus(`${signedOut} ${view.screen} ${view.entity} ${moves}`);
  useEffect(() => {
    if (state === 'needsTokens') dispatch({ type: 'needsTokens' });
  }, [state]);

  const notices = <NoticeStack onSettings={null} onPasteTokens={null} />;
  const toImport = () => dispatch({ type: 'screen', screen: 'import' });
  if (!signedOut && view.screen === 'import') return <ImportPage notices={notices} onDone={() => dispatch({ type: 'screen', screen: state === 'needsTokens' ? 'tokens' : 'settings' })} />;
  if (!signedOut && view.screen === 'tokens') {
    const back = () => dispatch({ type: 'back' });
    return <TokensPage notices={notices} mode={state === 'needsTokens' ? 'renew' : 'replace'} onImport={toImport} onBack={back} onDone={back} />;
  }
  if (signedOut || settingUp) {
    const importing = signedOut && view.screen === 'import';
    return (
      <>
        {/* It stays while an import is up: what was typed there is not lost. */}
        <div hidden={importing} className={importing ? 'hidden' : 'h-full'}>
          <Wizard notices={notices} offeredAddress={offeredAddress} onImport={toImport} onReplace={() => dispatch({ type: 'screen', screen: 'tokens' })} onDone={() => dispatch({ type: 'queue', entity: 'ticket' })} />
        </div>
        {importing ? <ImportPage notices={null} onDone={(address) => { setOfferedAddress(address); dispatch({ type: 'back' }); }} /> : null}
      </>
    );
  }
  return (
    <div className="flex h-full flex-col">
      <div className="flex min-h-0 flex-1">
        <Sidebar view={view} dispatch={dispatch} />
        <main className="flex min-w-0 flex-1 flex-col bg-surface">
          <NoticeStack onSettings={() => dispatch({ type: 'screen', screen: 'settings' })} onPasteTokens={() => dispatch({ type: 'screen', screen: 'tokens' })} />
          <div className="min-h-0 flex-1">
            {view.screen === 'settings'
              ? <SettingsScreen onPasteTokens={() => dispatch({ type: 'screen', screen: 'tokens' })} onImport={toImport} />
              : <QueueScreen key={view.entity} view={view} dispatch={dispatch} open={open} />}
          </div>
        </main>
      </div>
      <StatusLine onSettings={() => dispatch({ type: 'screen', screen: 'settings' })} onPasteTokens={() => dispatch({ type: 'screen', screen: 'tokens' })} />
    </div>
  );
}
