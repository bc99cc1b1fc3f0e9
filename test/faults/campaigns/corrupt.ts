import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededChoose } from '../../support/choose.ts';
import type { Breach, Campaign, CampaignContext } from '../campaign.ts';
import { cutAndFlip, type AttackCounts } from '../corrupt/attack.ts';
import { databaseTargets } from '../corrupt/database-target.ts';
import { foreignLog, otherHarm, rightsCount, withoutRights } from '../corrupt/other-harm.ts';
import { profileTarget } from '../corrupt/profile-target.ts';
import { settingsTarget } from '../corrupt/settings-target.ts';
import type { Target } from '../corrupt/target.ts';
import { vaultTarget } from '../corrupt/vault-target.ts';

/** Many thousand starts that each wait for the disk would take an hour; memory keeps the same promises here. */
const MEMORY_DISK = '/dev/shm';

/** A log that some other database left behind lies beside a closed one. */
async function foreignLogs(all: readonly Target[], attackOf: (target: Target) => Parameters<typeof foreignLog>[0]): Promise<void> {
  const closed = all.filter(({ name }) => name.endsWith('.db'));
  const logs = all.flatMap(({ name, files }) => [...files].filter(([file]) => file.endsWith('-wal')).map(([, bytes]) => ({ name, bytes })));
  for (const target of closed) {
    for (const { name, bytes } of logs) if (!name.startsWith(target.name)) await foreignLog(attackOf(target), bytes, `the log of ${name} beside it`);
  }
}

/** See the promise. */
export const campaign: Campaign = {
  name: 'corrupt',
  promise: 'However a file of state is cut, flipped or replaced, the app starts, uses what can be kept, moves the rest aside and says so.',
  least: { files: 8, truncations: 2_000, flips: 2_000, starts: 4_500, carriedOver: 1, older: 1 },
  async run(context: CampaignContext) {
    const { quick, seed, signal } = context;
    const root = await mkdtemp(join(existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir(), 'cxt-corrupt-'));
    const counts: AttackCounts = { truncations: 0, flips: 0, others: 0, starts: 0, unharmed: 0, restored: 0, older: 0, stillValid: 0, movedAside: 0, carriedOver: 0, leftThere: 0, undetected: 0 };
    const breaches: Breach[] = [];
    let files = 0;
    const stop = (): boolean => signal.aborted || breaches.length > 50;
    try {
      const targets = [await vaultTarget(root), await settingsTarget(root), await profileTarget(root), ...(await databaseTargets(root))];
      const attackOf = (target: Target) => ({ root, target, counts, breaches });
      for (const target of targets) {
        if (stop()) break;
        const before = counts.starts;
        await cutAndFlip(attackOf(target), quick ? target.quick : target.heavy, seededChoose(seed), stop);
        await otherHarm(attackOf(target));
        if (rightsCount) await withoutRights(attackOf(target));
        files += target.files.size;
        context.say(`${target.name}: ${counts.starts - before} starts`);
      }
      await foreignLogs(targets, attackOf);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
    const notes = [
      'A log that is cut or flipped ends, for SQLite, where it stops adding up: "older" counts starts with an earlier acknowledged commit, whole.',
      'A flip within the settings or a profile may be another meant value; those are "stillValid".',
      ...(rightsCount ? [] : ['Rights mean nothing to the superuser, so files without the right to read were left out.']),
    ];
    return { counts: { files, ...counts }, notes, breaches };
  },
};
