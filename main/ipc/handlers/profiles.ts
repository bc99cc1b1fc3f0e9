import { basename } from 'node:path';
import type { Proposal, ProfileEntry } from '../../../contract/profile/proposal.ts';
import type { ApiProfile } from '../../../contract/profile/schema.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { PermissionCheck } from '../../../contract/status.ts';
import { EngineError } from '../../../core/engine-error.ts';
import { missingOperations, requireUsable } from '../../../core/profile/check-profile.ts';
import { FILE_LIMIT_BYTES } from '../../../core/profile/limits.ts';
import { writeProfileFile } from '../../../core/profile/write-profile-file.ts';
import type { TypedConnection } from '../../engine/connection-trial.ts';
import type { FileDialogs } from '../../profiles/file-dialogs.ts';
import { saveAs } from '../../profiles/save-as.ts';
import type { ImportDraft } from '../../profiles/import-draft.ts';
import { profileIdOf } from '../../profiles/profile-id.ts';
import { BUILT_IN } from '../../profiles/profile-shelf.ts';
import type { ProfileShelf } from '../../profiles/profile-shelf.ts';
import { readCapped } from '../../profiles/read-capped.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the calls about API profiles need. */
export interface ProfileNeeds {
  readonly shelf: ProfileShelf;
  readonly draft: ImportDraft;
  readonly dialogs: FileDialogs;
  /** The profile in use. */
  readonly inUse: () => ApiProfile;
  /** Reads the server by another one from now on. Rejects with EngineError. */
  readonly use: (profile: ApiProfile) => Promise<void>;
  /** Tries a profile with a typed connection, or with the session's own (null). Rejects with EngineError. */
  readonly tryOut: (profile: ApiProfile, connection: TypedConnection | null) => Promise<{ checks: PermissionCheck[]; host: string }>;
  /** Writes a file so that it is there whole or not at all. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
}

type ProfileCall = 'profiles.list' | 'profiles.use' | 'profiles.remove' | 'profiles.export' | 'profiles.choose' | 'profiles.correct' | 'profiles.test' | 'profiles.save' | 'profiles.discard';

/** Lists, switches, imports and exports API profiles. Files are chosen in the system's dialogs; no path crosses the bridge. */
export function profileHandlers({ shelf, draft, dialogs, inUse, use, tryOut, writeFile }: ProfileNeeds): HandlersOf<ProfileCall> {
  const list = (): ProfileEntry[] =>
    shelf.all().map((profile) => ({
      id: profile.id, name: profile.name, origin: profile.origin,
      active: profile.id === inUse().id,
      builtIn: profile.id === BUILT_IN.id,
      missing: [...missingOperations(profile)],
    }));
  const named = (id: string): ApiProfile => {
    const profile = shelf.find(id);
    if (!profile) throw new EngineError('profileUnknown');
    return profile;
  };
  const read = async (path: string): Promise<Proposal> => draft.begin(await readCapped(path, FILE_LIMIT_BYTES), basename(path).slice(0, 255));
  return {
    'profiles.list': () => ok(list()),
    async 'profiles.use'({ id }) {
      const profile = named(id);
      requireUsable(profile);
      if (inUse().id !== id) await use(profile);
      return ok(list());
    },
    async 'profiles.remove'({ id }) {
      if (id === BUILT_IN.id) return fail('invalidRequest');
      if (inUse().id === id) return fail('profileInUse');
      await shelf.remove(id);
      return ok(list());
    },
    async 'profiles.export'({ id }) {
      const text = writeProfileFile(named(id));
      return ok(await saveAs({ dialogs, writeFile }, `${id}.json`, () => text));
    },
    async 'profiles.choose'() {
      const path = await dialogs.open();
      return ok(path === null ? null : await read(path));
    },
    'profiles.correct': async (change) => ok('profile' in change ? draft.edit(change.profile) : await draft.choose(change.choices)),
    'profiles.test': async ({ connection }) => ok(await tryOut(draft.now().profile, connection)),
    async 'profiles.save'({ name }) {
      const { profile } = draft.now();
      requireUsable(profile);
      await shelf.keep({ ...profile, name, origin: 'imported', id: profileIdOf(name, await shelf.taken()) });
      draft.end();
      return ok(list());
    },
    'profiles.discard'() {
      draft.end();
      return ok(null);
    },
  };
}
