import { describe, expect, it } from 'vitest';
import { migrate } from '../../../core/store/schema/migration.ts';
import { CACHE_SCHEMA } from '../../../core/store/schema/cache-schema.ts';
import { IN_MEMORY } from '../../../core/store/driver/port.ts';
import { chooseDriver } from '../../../core/store/driver/choose.ts';
import { priorityRank } from '../../../core/store/views/priority-rank.ts';
import { DRIVERS, TEST_KEY } from '../../support/temp-store.ts';

const URGENT = ['Urgent', 'URGENTE', 'crítica', 'CRÍTICO', 'critical', 'Emergência', 'emergencia', 'Imediata', 'inmediata', 'altíssima', 'Muito alta', 'muy alta'];
const HIGH = ['high', 'Alta', 'ALTO', 'importante'];
const MIDDLE = ['normal', 'Média', 'media', 'médio', 'medium', 'something of their own', 'P1', '-3'];
const LOW = ['low', 'Baixa', 'baja', 'Bajo', 'mínima', 'lowest'];

describe('priorities', () => {
  it('are ranked by their word in three languages, unknown ones in the middle', () => {
    expect([URGENT, HIGH, MIDDLE, LOW].map((words) => [...new Set(words.map(priorityRank))])).toEqual([[40], [30], [20], [10]]);
  });

  it('are ranked by their value when they are numbers, and not at all when there is none', () => {
    expect(['1', '2', '10', ' 007 ', '9'.repeat(400)].map(priorityRank)).toEqual([1, 2, 10, 7, 1_000_000_000]);
    expect([null, '', '  '].map(priorityRank)).toEqual([null, null, null]);
  });

  it.each(DRIVERS)('are ranked the same by the step that filled the column, on %s', async (name) => {
    const db = (await chooseDriver(name)).open(IN_MEMORY, TEST_KEY);
    migrate(db, { ...CACHE_SCHEMA, steps: CACHE_SCHEMA.steps.slice(0, 3) });
    const all = [...URGENT, ...HIGH, ...MIDDLE, ...LOW, '1', '10', ' 007 ', '9'.repeat(40), '', '  ', null];
    for (const [n, priority] of all.entries()) {
      db.run(`INSERT INTO item (doc, entity, id, version, title, tag_ids, data, priority) VALUES (?, 'ticket', ?, 1, '', '[]', '{}', ?)`, n, `k${n}`, priority);
    }
    migrate(db, CACHE_SCHEMA);
    const ranks = db.all<{ priority: string | null; rank: number | null }>('SELECT priority, priority_rank AS rank FROM item ORDER BY doc');
    expect(ranks).toEqual(all.map((priority) => ({ priority, rank: priorityRank(priority) })));
    db.close();
  });
});
