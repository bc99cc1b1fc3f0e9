import type { Entity } from '../../contract/entity.ts';
import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import { sampleRows } from './build-operation.ts';
import type { FoundRows } from './example-shape.ts';
import type { Candidate } from './find-candidates.ts';
import { readEntity } from './read-entity.ts';
import { wordsOf } from './text.ts';

const DEFAULT = CXPRESS_1_0.versions[0]?.operations['ticket.get'];
const DEFAULT_ENVELOPE = DEFAULT && 'item' in DEFAULT ? DEFAULT.item : '';

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Where most lists with a saved answer have their rows, names of entities aside; the default profile's place when none shows it. */
export function usualEnvelope(candidates: readonly Candidate[]): string {
  const counts = new Map<string, number>();
  for (const candidate of candidates) {
    const rows = candidate.kind === 'list' ? sampleRows(candidate) : null;
    if (rows && readEntity(wordsOf(lastName(rows.items))) === null) counts.set(rows.items, (counts.get(rows.items) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? DEFAULT_ENVELOPE;
}

/** Where a single row is when no saved answer shows it, from where the list beside it has its rows. */
export function itemBeside(list: FoundRows | null, entity: Entity, envelope: string): string {
  if (!list) return envelope;
  const named = readEntity(wordsOf(lastName(list.items)));
  if (list.items === '' || named?.entity === entity) return list.items.includes('.') ? list.items.slice(0, list.items.lastIndexOf('.')) : '';
  return ['results', 'items', 'records', 'rows', 'list'].includes(lastName(list.items)) ? list.items.split('.').slice(0, -1).join('.') : list.items;
}
