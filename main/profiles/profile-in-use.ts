import type { ApiProfile } from '../../contract/profile/schema.ts';
import { createEmitter } from '../../core/emitter.ts';
import type { Logger } from '../../core/log.ts';
import type { Store } from '../../core/store/store.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { NoticeBoard } from '../status/notice-board.ts';
import type { KeptProfile } from './kept-profile.ts';
import { BUILT_IN } from './profile-shelf.ts';
import type { ProfileShelf } from './profile-shelf.ts';
import { profilePrint } from './profile-print.ts';

/** The one profile by which the server is read. Whoever needs it asks each time; nobody keeps it. */
export interface ProfileInUse {
  now(): ApiProfile;
  /** Before the session and the engine begin: settles which profile it is. Rejects when the store cannot be written. */
  recall(): Promise<void>;
  /** Takes another one. Only while no engine runs: the copy's reading states are forgotten first. Rejects when the store cannot be written; then the former one stays. */
  change(profile: ApiProfile): Promise<void>;
  /** Another one was taken. */
  onChange(listener: (profile: ApiProfile) => void): () => void;
}

/** What it needs. */
export interface InUseNeeds {
  readonly shelf: ProfileShelf;
  readonly preferences: Pick<Preferences, 'get' | 'update'>;
  readonly kept: KeptProfile;
  readonly store: Pick<Store, 'reread'>;
  readonly notices: Pick<NoticeBoard, 'post'>;
  readonly log: Logger;
}

/** Makes it, with what the settings name; the built-in profile stands in for one that is not there. */
export function createProfileInUse({ shelf, preferences, kept, store, notices, log }: InUseNeeds): ProfileInUse {
  const changes = createEmitter<ApiProfile>();
  let current = shelf.find(preferences.get().profileId) ?? BUILT_IN;

  /** What was read by one profile is not read on by another: forgetting comes first, so that dying in between only repeats it. */
  const belongTo = async (profile: ApiProfile, known: { readonly id: string; readonly print: string } | null): Promise<void> => {
    const print = profilePrint(profile);
    if (known !== null && known.print !== print) await store.reread();
    if (known?.id !== profile.id || known.print !== print) await kept.keep(profile);
  };
  return {
    now: () => current,
    async recall() {
      const known = await kept.read();
      const wanted = known?.id ?? preferences.get().profileId;
      const found = shelf.find(wanted);
      current = found ?? BUILT_IN;
      if (found === null) {
        log.warn('profiles.builtInStandsIn', { wanted });
        notices.post({ code: shelf.lost(wanted) === 'newer' ? 'profileNewer' : 'profileUnreadable' });
      }
      // A file that is still there may be read tomorrow, or by a newer app, so the choice is kept; one that is gone is not asked for again.
      const standsIn = found === null && ['unreadable', 'newer'].includes(shelf.lost(wanted) ?? '');
      preferences.update({ profileId: standsIn ? wanted : current.id });
      await belongTo(standsIn ? { ...current, id: wanted } : current, known);
    },
    async change(profile) {
      await belongTo(profile, await kept.read() ?? { id: current.id, print: profilePrint(current) });
      current = profile;
      preferences.update({ profileId: profile.id });
      changes.emit(profile);
    },
    onChange: (listener) => changes.on(listener),
  };
}
