import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rerank } from '../../../core/store/cache/rerank.ts';
import { fileKey } from '../../../core/store/files/file-key.ts';
import { CACHE_FILE } from '../../../core/store/open-store.ts';
import { migrate } from '../../../core/store/schema/migration.ts';
import { CACHE_SCHEMA } from '../../../core/store/schema/cache-schema.ts';
import { IN_MEMORY } from '../../../core/store/driver/port.ts';
import { chooseDriver } from '../../../core/store/driver/choose.ts';
import { priorityRank } from '../../../core/store/views/priority-rank.ts';
import { baseline, ticket, wish } from '../../support/records.ts';
import { DRIVERS, TEST_KEY, tempFolder, tempStore } from '../../support/temp-store.ts';

const URGENT = ['P0', 'p1', 'P-1', 'Prioridade 1', 'Sev 1', 'P3 - Critical', '1 - Urgente', 'Muito alta (1)', 'Urgent', 'URGENTE', 'crítica', 'CRÍTICO', 'critical', 'Emergência', 'emergencia', 'Imediata', 'inmediata', 'altíssima', 'Muito alta', 'muy alta'];
const HIGH = ['P2', 'Prio 2', '2. Alta', 'High priority', 'Prioridad alta', 'high', 'Alta', 'ALTO', 'importante'];
const MIDDLE = ['normal', 'Média', 'media', 'médio', 'medium', 'something of their own', 'P3', 'priority 3', 'not urgent', 'P1 or P2', 'P', 'Nível 1', '1/5', '-3'];
const LOW = ['P4', 'P10', 'P5 (baixa)', 'low', 'Baixa', 'baja', 'Bajo', 'mínima', 'lowest'];

describe('priorities', () => {
  it('are ranked by their word in three languages, unknown ones in the middle', () => {
    expect([URGENT, HIGH, MIDDLE, LOW].map((words) => [...new Set(words.map(priorityRank))])).toEqual([[40], [30], [20], [10]]);
  });

  it('are ranked by their value when they are numbers, and not at all when there is none', () => {
    expect(['1', '2', '10', ' 007 ', '9'.repeat(400)].map(priorityRank)).toEqual([1, 2, 10, 7, 1_000_000_000]);
    expect([null, '', '  '].map(priorityRank)).toEqual([null, null, null]);
  });

  it.each(DRIVERS)('that an earlier version ranked are ranked the same from the next opening on, on %s', async (name) => {
    const db = (await chooseDriver(name)).open(IN_MEMORY, TEST_KEY);
    migrate(db, { ...CACHE_SCHEMA, steps: CACHE_SCHEMA.steps.slice(0, 3) });
    const all = [...URGENT, ...HIGH, ...MIDDLE, ...LOW, '1', '10', ' 007 ', '9'.repeat(40), '', '  ', null];
    for (const [n, priority] of all.entries()) {
      db.run(`INSERT INTO item (doc, entity, id, version, title, tag_ids, data, priority) VALUES (?, 'ticket', ?, 1, '', '[]', '{}', ?)`, n, `k${n}`, priority);
    }
    migrate(db, CACHE_SCHEMA);
    rerank(db);
    const ranks = db.all<{ priority: string | null; rank: number | null }>('SELECT priority, priority_rank AS rank FROM item ORDER BY doc');
    expect(ranks).toEqual(all.map((priority) => ({ priority, rank: priorityRank(priority) })));
    db.close();
  });

  it.each(DRIVERS)('are in their places after the opening that finds them ranked otherwise, on %s', async (driver) => {
    const folder = await tempFolder();
    onTestFinished(() => folder.remove());
    const first = await tempStore({ driver, directory: folder.path });
    await baseline(first.store, 'ticket', [ticket('low', { priority: 'P4', version: 3 }), ticket('normal', { priority: 'P3', version: 2 }), ticket('urgent', { priority: 'P1', version: 1 })]);
    await first.store.close();
    const db = (await chooseDriver(driver)).open(join(folder.path, CACHE_FILE), fileKey(TEST_KEY, CACHE_FILE));
    db.run('UPDATE item SET priority_rank = 20');
    db.close();
    const again = await tempStore({ driver, directory: folder.path });
    const { rows } = await again.store.queuePage({ ...wish('ticket', { sort: { by: 'priority', descending: true } }), offset: 0, limit: 9 });
    await again.store.close();
    expect(rows.map(({ id }) => id)).toEqual(['urgent', 'normal', 'low']);
  });
});
