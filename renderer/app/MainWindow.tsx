import { useCallback, useEffect, useReducer, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueEntity } from '../../contract/entity.ts';
import type { EventPayload } from '../../contract/ipc/events.ts';
import { usePush } from '../bridge/BridgeContext.tsx';
import { useMarkRead, useUpdateSettings } from '../bridge/mutations.ts';
import { useSettings, useStarted, useStatus } from '../bridge/queries.ts';
import { DiagnosticsScreen } from '../diagnostics/DiagnosticsScreen.tsx';
import { TokensPage } from '../first-run/TokensPage.tsx';
import { Wizard } from '../first-run/Wizard.tsx';
import { HelpSheet } from '../help/HelpSheet.tsx';
import { LedgerScreen } from '../ledger/LedgerScreen.tsx';
import { CommandProvider } from '../palette/CommandProvider.tsx';
import { Palette } from '../palette/Palette.tsx';
import { ImportPage } from '../profiles/ImportPage.tsx';
import { ItemActionsProvider } from '../queue/ItemActions.tsx';
import { RulesScreen } from '../rules/RulesScreen.tsx';
import { NoticeStack } from '../status/NoticeStack.tsx';
import { StatusLine } from '../status/StatusLine.tsx';
import { Toaster } from '../status/Toaster.tsx';
import { SettingsScreen } from '../settings/SettingsScreen.tsx';
import type { Place } from '../views/views.ts';
import { QueueScreen } from './QueueScreen.tsx';
import { Sidebar } from './Sidebar.tsx';
import { useHomeFocus } from './useHomeFocus.ts';
import { placeOfView, useAppCommands } from './useAppCommands.ts';
import { useKeptPlace, viewAt } from './useKeptPlace.ts';
import { nextView, type OtherScreen, type View, type ViewAction } from './view.ts';

/** The main window: the set-up while signed out or not gone through, else the screens between sidebar and status line. */
export function MainWindow() {
  return (
    <CommandProvider>
      <Toaster><Screens /></Toaster>
    </CommandProvider>
  );
}

function Screens() {
  const [view, dispatch] = useReducer(nextView, useStarted().place, viewAt);
  useKeptPlace(view);
  const { state } = useStatus();
  const signedOut = state === 'signedOut';
  const { t } = useTranslation();
  const { firstRunStep, savedViews } = useSettings();
  const settingUp = firstRunStep !== null;
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
  const worksHere = !signedOut && !settingUp && view.screen !== 'tokens' && view.screen !== 'import';
  const [sheet, setSheet] = useState<'palette' | 'help' | null>(null);
  const moves = useAppCommands(view, worksHere, { dispatch, onPalette: () => setSheet('palette'), onHelp: () => setSheet('help') });
  useHomeFocus(`${signedOut} ${settingUp} ${view.screen} ${view.entity} ${moves}`);
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
  if (signedOut || settingUp) return <SetUp dispatch={dispatch} importing={signedOut && view.screen === 'import'} notices={notices} />;
  const show = (place: Place) => dispatch({ type: 'show', ...place });
  return (
    <ItemActionsProvider onWhy={({ entity, id }) => dispatch({ type: 'ledger', item: { entity, id } })}>
      <div className="flex h-full flex-col">
        <div className="flex min-h-0 flex-1">
          <Sidebar view={view} dispatch={dispatch} />
          <main className="flex min-w-0 flex-1 flex-col bg-surface">
            <NoticeStack onSettings={() => dispatch({ type: 'screen', screen: 'settings' })} onPasteTokens={() => dispatch({ type: 'screen', screen: 'tokens' })} />
            <div className="min-h-0 flex-1"><Screen view={view} dispatch={dispatch} open={open} onImport={toImport} /></div>
          </main>
        </div>
        <StatusLine onSettings={() => dispatch({ type: 'screen', screen: 'settings' })} onPasteTokens={() => dispatch({ type: 'screen', screen: 'tokens' })} />
      </div>
      {sheet === 'help' ? <HelpSheet onClose={() => setSheet(null)} /> : null}
      {sheet === 'palette' ? (
        <Palette
          onClose={() => setSheet(null)}
          extras={savedViews.map((each) => ({ key: `view ${each.id}`, label: each.name, group: t('screens.views.label'), run: () => show(placeOfView(each)) }))}
        />
      ) : null}
    </ItemActionsProvider>
  );
}

/** The set-up, and the import page in front of it. */
function SetUp({ dispatch, importing, notices }: { dispatch: (action: ViewAction) => void; importing: boolean; notices: ReactNode }) {
  const [offeredAddress, setOfferedAddress] = useState<string | null>(null);
  return (
    <>
      {/* It stays while an import is up: what was typed there is not lost. */}
      <div hidden={importing} className={importing ? 'hidden' : 'h-full'}>
        <Wizard notices={notices} offeredAddress={offeredAddress} onImport={() => dispatch({ type: 'screen', screen: 'import' })} onReplace={() => dispatch({ type: 'screen', screen: 'tokens' })} onDone={() => dispatch({ type: 'queue', entity: 'ticket' })} />
      </div>
      {importing ? <ImportPage notices={null} onDone={(address) => { setOfferedAddress(address); dispatch({ type: 'back' }); }} /> : null}
    </>
  );
}

/** What stands between sidebar and status line. */
function Screen({ view, dispatch, open, onImport }: { view: View; dispatch: (action: ViewAction) => void; open: (entity: QueueEntity, id: string) => void; onImport: () => void }) {
  const to = (screen: OtherScreen) => () => dispatch({ type: 'screen', screen });
  const back = () => dispatch({ type: 'back' });
  switch (view.screen) {
    case 'settings':
      return <SettingsScreen section={view.section} onPasteTokens={to('tokens')} onImport={onImport} onRules={to('rules')} onLedger={to('ledger')} onDiagnostics={to('diagnostics')} />;
    case 'ledger':
      return <LedgerScreen item={view.ledgerItem} onItem={(item) => dispatch({ type: 'ledger', item })} onBack={back} onOpen={open} onRule={(rule) => dispatch({ type: 'screen', screen: 'rules', rule })} />;
    case 'rules':
      return <RulesScreen rule={view.rule} onBack={to('settings')} onOpen={open} />;
    case 'diagnostics':
      return <DiagnosticsScreen onBack={to('settings')} />;
    default:
      return <QueueScreen key={view.entity} view={view} dispatch={dispatch} open={open} />;
  }
}
