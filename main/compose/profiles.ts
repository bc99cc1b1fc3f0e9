import { pathToFileURL } from 'node:url';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import type { Translate } from '../i18n.ts';
import { profileHandlers } from '../ipc/handlers/profiles.ts';
import { electronFileDialogs, profileDialogWords } from '../profiles/electron-file-dialogs.ts';
import { createImportDraft } from '../profiles/import-draft.ts';
import { createSessionTrial } from '../profiles/session-trial.ts';
import { createProposer } from '../profiles/worker/proposer.ts';
import { spawnProposer } from '../profiles/worker/spawn.ts';
import { writeDurably } from '../vault/durable-file.ts';
import type { EngineRoom } from './engine-room.ts';
import type { Foundation } from './foundation.ts';

/** What switching and importing profiles needs. */
export interface ProfilesNeeds {
  readonly ground: Foundation;
  readonly room: EngineRoom;
  /** The program of the thread that reads files. */
  readonly worker: string;
  readonly t: Translate;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Joins shelf, draft and dialogs with the engine: the calls about API profiles. */
export function composeProfiles({ ground, room, worker, t, clock, log }: ProfilesNeeds): { readonly handlers: ReturnType<typeof profileHandlers>; dispose(): void } {
  const { shelf, profile, proven, session, preferences, fetch, governor } = ground;
  const draft = createImportDraft(() => createProposer(spawnProposer(pathToFileURL(worker)), clock));
  const bySession = createSessionTrial({ session, baseUrl: () => preferences.get().baseUrl, fetch, governor, clock });

  const use = async (next: ApiProfile): Promise<void> => {
    await room.engine.during(() => profile.change(next));
    if (room.listener.url() === null) return;
    // Webhooks name things in the profile's words too.
    await room.listener.turn(false);
    await room.listener.turn(true).catch((error: unknown) => {
      log.warn('profiles.listenerNotRestarted', { error });
      ground.notices.post({ code: 'listenerFailed' });
    });
  };
  const handlers = profileHandlers({
    shelf, draft, use,
    dialogs: electronFileDialogs(profileDialogWords(t)),
    inUse: () => profile.now(),
    async tryOut(tried, connection) {
      if (connection) {
        const { checks, baseUrl } = await room.trial.run(connection, tried);
        return { checks, host: baseUrl.host };
      }
      const result = await bySession(tried);
      if (result.checks.some(({ outcome }) => outcome === 'ok')) proven.add(tried);
      return result;
    },
    writeFile: (path, bytes) => writeDurably(path, bytes),
  });
  return { handlers, dispose: () => draft.end() };
}
