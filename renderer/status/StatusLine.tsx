import { clsx } from 'clsx';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Status } from '../../contract/status.ts';
import { useSyncNow } from '../bridge/mutations.ts';
import { useStatus } from '../bridge/queries.ts';
import { useFormats, useNow } from '../format/FormatProvider.tsx';
import { stateWords, TONE_INK } from '../format/state-words.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { BlockCountdown } from './BlockCountdown.tsx';
import { Paused } from './Paused.tsx';
import { SessionEnd } from './SessionEnd.tsx';
import { Troubles } from './Troubles.tsx';

/** How long the first sync's result is told, in milliseconds. */
const NEWS_MS = 120_000;

/** The line at the bottom: how fresh everything is, until when the session lasts, and what is amiss. */
export function StatusLine({ onSettings, onPasteTokens }: { onSettings: () => void; onPasteTokens: () => void }) {
  const { t } = useTranslation();
  const status = useStatus();
  const formats = useFormats();
  const now = useNow();
  const words = stateWords(t, formats, status, now);
  const { used, budget } = status.rate;
  return (
    <footer aria-label={t('screens.status.label')} className="flex min-h-8 shrink-0 items-center gap-x-3 border-t border-line bg-canvas px-3 text-sm text-ink-2">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
        <span role="status" className="flex items-center gap-1.5 font-medium">
          <span className={clsx('dot size-2', TONE_INK[words.tone])} aria-hidden />
          {words.text}
        </span>
        {status.state === 'blocked' && status.blockedUntil !== null ? <BlockCountdown until={status.blockedUntil} /> : null}
        {words.progress ? <Progress text={words.progress} done={status.progress?.done ?? 0} total={status.progress?.total ?? null} left={words.left} /> : null}
        <span className="tabular-nums">{words.complete}</span>
        <Paused />
        <FirstSync />
        <Troubles status={status} onSettings={onSettings} onPasteTokens={onPasteTokens} />
        <span className="flex-1" />
        <SessionEnd goodUntil={status.sessionGoodUntil} state={status.state} onPasteTokens={onPasteTokens} />
        <span className="hidden text-ink-3 tabular-nums wide:inline" title={t('screens.status.requestsHelp')}>{t('screens.status.requests', { used, budget })}</span>
      </div>
      <SyncNow />
    </footer>
  );
}

function Progress({ text, done, total, left }: { text: string; done: number; total: number | null; left: string }) {
  return (
    <span className="flex items-center gap-2 tabular-nums">
      {total === null || total === 0 ? null : (
        <progress aria-label={text} value={Math.min(done, total)} max={total} className="h-1.5 w-24 appearance-none overflow-hidden rounded-full bg-neutral-soft [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-accent" />
      )}
      {text}
      {left ? <span className="text-ink-3">{left}</span> : null}
    </span>
  );
}

/** What the first sync of this run brought, for as long as it is news. */
function FirstSync() {
  const { firstSync, state } = useStatus();
  return firstSync !== null && state === 'live' ? <FirstSyncNews {...firstSync} /> : null;
}

function FirstSyncNews({ tickets, tasks, ms }: NonNullable<Status['firstSync']>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const [since] = useState(now);
  if (now - since > NEWS_MS) return null;
  return <span className="hidden text-ink-3 tabular-nums wide:inline">{t('screens.status.firstSync', { tickets, tasks, seconds: formats.seconds(ms) })}</span>;
}

function SyncNow() {
  const { t } = useTranslation();
  const { state } = useStatus();
  const sync = useSyncNow();
  const why = state === 'blocked' || state === 'needsTokens' || state === 'signedOut' ? state : null;
  return (
    <IconButton
      icon={RefreshCw}
      label={sync.isPending ? t('screens.status.syncing') : t('screens.status.syncNow')}
      {...(why === null ? {} : { title: t(`screens.status.syncNot.${why}`) })}
      blocked={why !== null || sync.isPending}
      onClick={() => sync.mutate()}
      className={clsx(sync.isPending && '[&>svg]:animate-spin')}
    />
  );
}
