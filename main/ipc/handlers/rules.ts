import { randomUUID } from 'node:crypto';
import { ok } from '../../../contract/result.ts';
import type { Clock } from '../../../core/clock.ts';
import { tryOut } from '../../../core/notify/rules/try-out.ts';
import type { Store } from '../../../core/store/store.ts';
import type { Preferences } from '../../preferences/preferences.ts';
import { viewerOf } from '../../preferences/viewer.ts';
import type { FileDialogs } from '../../profiles/file-dialogs.ts';
import { saveAs } from '../../profiles/save-as.ts';
import { MEBIBYTE, readCapped } from '../../profiles/read-capped.ts';
import { readRulesFile, withRulesAbove, writeRulesFile } from '../../rules/rules-file.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the calls about notification rules need. */
export interface RuleNeeds {
  readonly store: Pick<Store, 'recentEvents'>;
  readonly preferences: Pick<Preferences, 'get' | 'update'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly dialogs: FileDialogs;
  /** Writes a file so that it is there whole or not at all. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
}

const DAY_MS = 24 * 60 * 60_000;
/** Events that a trial looks at; more in a day are left out, the oldest first. */
const MOST_EVENTS = 20_000;
/** A hundred rules are far smaller. */
const FILE_LIMIT_BYTES = MEBIBYTE;
const FILE_NAME = 'cxpress-tray-rules.json';

/** Tries rules out on the last day's events, and takes them to and from files. */
export function ruleHandlers({ store, preferences, clock, dialogs, writeFile }: RuleNeeds): HandlersOf<'rules.tryOut' | 'rules.export' | 'rules.import'> {
  return {
    'rules.tryOut': async ({ rules, index }) => ok(tryOut(rules, index, await store.recentEvents(clock.now() - DAY_MS, MOST_EVENTS), viewerOf(preferences.get()))),

    'rules.export': async () => ok(await saveAs({ dialogs, writeFile }, FILE_NAME, () => writeRulesFile(preferences.get().rules))),

    async 'rules.import'() {
      const path = await dialogs.open();
      if (path === null) return ok(null);
      const added = readRulesFile(await readCapped(path, FILE_LIMIT_BYTES));
      preferences.update({ rules: withRulesAbove(added, preferences.get().rules, randomUUID) });
      return ok({ added: added.length });
    },
  };
}
