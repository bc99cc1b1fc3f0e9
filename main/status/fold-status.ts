import type { QueueEntity } from '../../contract/entity.ts';
import type { AppError } from '../../contract/result.ts';
import type { EngineState, Status } from '../../contract/status.ts';
import type { GovernorStatus } from '../../core/governor/port.ts';
import type { SessionStatus } from '../../core/session/port.ts';
import type { SyncStatus } from '../../core/sync/port.ts';

/** What each part of the engine says of itself. `sync` is null while there is no session. */
export interface StatusParts {
  readonly session: SessionStatus;
  readonly governor: GovernorStatus;
  readonly sync: SyncStatus | null;
  readonly secureStorage: Status['secureStorage'];
  readonly unread: Readonly<Record<QueueEntity, number>>;
  readonly quarantined: number;
  readonly hintUrl: string | null;
  /** An error outside the engine's parts, such as a store that cannot be written. */
  readonly error: AppError | null;
}

const PHASES: Readonly<Record<SyncStatus['phase'], EngineState>> = {
  idle: 'catchingUp', firstSync: 'catchingUp', catchingUp: 'catchingUp', live: 'live', offline: 'offline', blocked: 'blocked', stopped: 'catchingUp',
};

/** The worst of what the parts say, in the order of ENGINE_STATES. */
function stateOf({ session, governor, sync }: StatusParts): EngineState {
  if (session.state === 'signedOut') return 'signedOut';
  if (session.state === 'needsTokens') return 'needsTokens';
  if (governor.blockedUntil !== null) return 'blocked';
  return sync ? PHASES[sync.phase] : 'catchingUp';
}

function errorOf({ session, sync, error }: StatusParts): AppError | null {
  if (session.state === 'needsTokens') return { code: 'refreshTokenRejected' };
  return error ?? sync?.error ?? null;
}

/** One picture of all parts, as windows and the tray get it. */
export function foldStatus(parts: StatusParts): Status {
  const { session, governor, sync } = parts;
  return {
    state: stateOf(parts),
    completeUpTo: sync?.completeUpTo ?? null,
    lastSyncAt: sync?.lastSyncAt ?? null,
    blockedUntil: governor.blockedUntil,
    blockedAgain: governor.blockedAgain,
    sessionGoodUntil: session.goodUntil,
    progress: sync?.progress ?? null,
    missingPermissions: [...(sync?.missingPermissions ?? [])],
    error: errorOf(parts),
    secureStorage: parts.secureStorage,
    unread: session.state === 'signedOut' ? { ticket: 0, task: 0 } : { ticket: parts.unread.ticket, task: parts.unread.task },
    rate: { used: governor.used, budget: governor.budget, waiting: governor.waiting, pace: governor.pace },
    quarantined: parts.quarantined,
    hintUrl: parts.hintUrl,
    hintsReceived: sync?.hintsReceived ?? 0,
    firstSync: sync?.firstSync ?? null,
  };
}
