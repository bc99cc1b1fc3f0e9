import { uptime } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, safeStorage, session } from 'electron';
import { languageFor } from '../../contract/locales/languages.ts';
import { parseBaseUrl } from '../../core/api/base-url.ts';
import type { Fetch } from '../../core/api/port.ts';
import { createTokenRequest } from '../../core/api/token-request.ts';
import { sleep } from '../../core/clock.ts';
import type { Clock } from '../../core/clock.ts';
import { budgetFor } from '../../core/governor/budget.ts';
import { createGovernor } from '../../core/governor/governor.ts';
import type { Governor } from '../../core/governor/port.ts';
import type { Logger } from '../../core/log.ts';
import { createClockSkew } from '../../core/session/clock-skew.ts';
import type { ClockSkew } from '../../core/session/clock-skew.ts';
import type { Session, Vault } from '../../core/session/port.ts';
import { createSession } from '../../core/session/session.ts';
import { spawnStoreWorker } from '../../core/store/worker/spawn.ts';
import type { Proxy } from '../net/proxy.ts';
import { openSettingsFile, SETTINGS_NAME } from '../preferences/electron-store-file.ts';
import { createPreferences } from '../preferences/preferences.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { keepCopy, quarantineBroken } from '../preferences/quarantine.ts';
import { believedRefresh } from '../profiles/believed-refresh.ts';
import { createKeptProfile } from '../profiles/kept-profile.ts';
import { createProfileInUse } from '../profiles/profile-in-use.ts';
import type { ProfileInUse } from '../profiles/profile-in-use.ts';
import { openProfileShelf } from '../profiles/profile-shelf.ts';
import type { ProfileShelf } from '../profiles/profile-shelf.ts';
import { createProvenProfiles, READING, RENEWING } from '../profiles/proven-profiles.ts';
import type { ProvenProfiles } from '../profiles/proven-profiles.ts';
import { createNoticeBoard } from '../status/notice-board.ts';
import type { NoticeBoard } from '../status/notice-board.ts';
import { keepStandingNotices } from '../status/standing-notices.ts';
import { openVault } from '../vault/open-vault.ts';
import { createSealer } from '../vault/sealer.ts';
import { watchLockedVault } from '../vault/watch-locked-vault.ts';
import { withoutSpelling } from '../windows/without-spelling.ts';
import { composeNetwork } from './network.ts';
import { openStorage } from './open-storage.ts';
import type { Storage } from './open-storage.ts';
import type { Places } from './places.ts';
import { LEDGER_FILE } from './rate-ledger.ts';

/** What stands whether or not somebody is signed in, and without any window. */
export interface Foundation {
  readonly preferences: Preferences;
  readonly notices: NoticeBoard;
  readonly vault: Vault;
  readonly storage: Storage;
  readonly shelf: ProfileShelf;
  readonly profile: ProfileInUse;
  /** Something could be read by them. */
  readonly proven: ProvenProfiles;
  /** A token was renewed by them. */
  readonly renewed: ProvenProfiles;
  readonly fetch: Fetch;
  /** How requests leave. */
  readonly proxy: Proxy;
  readonly governor: Governor;
  readonly session: Session;
  /** This computer's clock against the server's. */
  readonly clockSkew: ClockSkew;
  /** The machine or its screen woke up. */
  wake(): void;
  dispose(): Promise<void>;
}

/** How long quitting waits for a token refresh under way. */
const REFRESH_GRACE_MS = 2_000;

async function openPreferences(places: Places, notices: NoticeBoard, clock: Clock, log: Logger): Promise<Preferences> {
  const broken = await quarantineBroken(join(places.profile, SETTINGS_NAME), clock, log);
  const preferences = createPreferences(openSettingsFile(places.profile, log), log, languageFor(app.getPreferredSystemLanguages()));
  if (preferences.reset) await keepCopy(join(places.profile, SETTINGS_NAME), clock, log);
  if (broken || preferences.reset) notices.post({ code: 'settingsReset' });
  return preferences;
}

/** Opens settings, vault and databases, and builds governor and session on them. What is broken is said in a notice; only a process without threads could make it reject. */
export async function layFoundation(places: Places, clock: Clock, log: Logger): Promise<Foundation> {
  const notices = createNoticeBoard();
  const preferences = await openPreferences(places, notices, clock, log);
  const sealer = createSealer(safeStorage, process.platform);
  const { vault, databaseKey, dataLost, notices: vaultNotices } = await openVault({ sealer, keyFile: places.keyFile, dataFolder: places.dataFolder, plain: [LEDGER_FILE], clock, log });
  const storage = await openStorage({ folder: places.dataFolder, key: databaseKey, dataLost, spawn: () => spawnStoreWorker(pathToFileURL(places.storeWorker)), clock, log });
  for (const notice of [...vaultNotices, ...storage.notices]) notices.post(notice);
  const endStanding = keepStandingNotices(notices, preferences);
  storage.onNotice((notice) => notices.post(notice));
  const lockedVault = vault.state !== 'locked' ? null : watchLockedVault({
    sealer, keyFile: places.keyFile, clock, log,
    onOpened: () => {
      notices.dismiss('keyringLocked');
      notices.dismiss('vaultNotRead');
      notices.post({ code: 'keyringOpened' });
    },
  });

  const shelf = await openProfileShelf({ folder: places.profilesFolder, clock, log });
  const proven = createProvenProfiles(storage.state, log, READING);
  const renewed = createProvenProfiles(storage.state, log, RENEWING);
  const profile = createProfileInUse({ shelf, preferences, kept: createKeptProfile(storage.state), store: storage.store, notices, log });
  const { fetch, proxy } = composeNetwork({ preferences, state: storage.state, vault, clock, log });
  // Electron opens this one by itself; nothing of ours goes through it.
  withoutSpelling(session.defaultSession);
  const governor = createGovernor({ clock, state: storage.state, budget: budgetFor(preferences.get()), stateLost: storage.stateLost, uptime: () => uptime() * 1000, pollMs: () => preferences.get().syncIntervalSeconds * 1000, logger: log });
  const clockSkew = createClockSkew();
  clockSkew.onChange((skew) => (skew ? notices.post({ code: 'clockSkew', params: { minutes: skew.minutes, ahead: skew.offsetMs < 0 ? 1 : 0 } }) : notices.dismiss('clockSkew')));
  const tokens = createSession({
    clock, vault,
    state: storage.state,
    logger: log,
    requestToken: believedRefresh({
      clock, renewed,
      profile: () => profile.now(),
      // Address and profile may be others by then, so they are read for each refresh.
      request: (used) => async (refreshToken, beforeSend) => createTokenRequest({ profile: used, baseUrl: parseBaseUrl(preferences.get().baseUrl), fetch, governor, clock, onServerTime: clockSkew.sample })(refreshToken, beforeSend),
      goodUntil: () => tokens.status().goodUntil,
      onDoubt: (doubted) => (doubted ? notices.post({ code: 'renewalUnproved' }) : notices.dismiss('renewalUnproved')),
    }),
  });
  return {
    preferences, notices, vault, storage, shelf, profile, fetch, proxy, governor,
    proven, renewed,
    session: tokens,
    clockSkew,
    wake: () => lockedVault?.wake(),
    async dispose() {
      endStanding();
      lockedVault?.dispose();
      await Promise.race([tokens.settled(), sleep(clock, REFRESH_GRACE_MS)]);
      tokens.dispose();
      governor.dispose();
      await storage.store.close();
    },
  };
}
