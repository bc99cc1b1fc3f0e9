import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import type { Entity } from '../../../contract/entity.ts';
import { createNormaliser } from '../../../core/api/normalise/normalise.ts';

const normalise = createNormaliser(CXPRESS_1_0);

function record<E extends Entity>(entity: E, raw: unknown) {
  const result = normalise(entity, raw);
  if (!('record' in result)) throw new Error(result.quarantined.reason);
  return result.record;
}

describe('createNormaliser', () => {
  it('reads the documented department example, spaced keys and all', () => {
    const row = {
      id: '0a1b', 'company id': 'c-1', name: 'Support', 'updated at': '2023-05-02T14:10:11.0002', 'deleted at': null, active: true,
      'created at': '2023-05-01T09:00:00.000Z', 'employees user ids': ['u1', 'u2'], 'key words': ['help'],
    };
    const updatedAt = Date.UTC(2023, 4, 2, 14, 10, 11);
    expect(record('department', row)).toEqual({
      id: '0a1b', version: updatedAt, createdAt: Date.UTC(2023, 4, 1, 9), updatedAt, deletedAt: null, extra: { 'company id': 'c-1' },
      name: 'Support', active: true, employeeUserIds: ['u1', 'u2'], keyWords: ['help'],
    });
  });

  it('takes the first candidate that has a value, and keeps the rest', () => {
    const row = record('ticket', { id: 1, subject: null, title: 'From title', name: 'From name', sector: 'x' });
    expect(row.subject).toBe('From title');
    expect(row.extra).toEqual({ name: 'From name', sector: 'x' });
  });

  it('makes what is missing or of a wrong type null or empty', () => {
    const row = record('ticket', { id: 't', subject: [], status: {}, sector_id: true, tags: 'none', custom_fields: 3, due_at: 'soon', updated_at: false });
    expect(row).toMatchObject({ subject: '', status: null, departmentId: null, tagIds: [], customFields: {}, dueAt: null, updatedAt: null, version: 0 });
  });

  it('reads a tombstone', () => {
    expect(record('task', { id: 't', deleted_at: '2026-01-05T12:00:00Z' }).deletedAt).toBe(Date.UTC(2026, 0, 5, 12));
  });

  it.each([[null], [[]], ['row'], [7], [{}], [{ id: '' }], [{ id: null, uuid: [] }], [{ subject: 'no id' }], [{ id: '\udc00' }]])('sets %j aside without a word of what it holds', (raw) => {
    expect(normalise('ticket', raw)).toEqual({ quarantined: { entity: 'ticket', id: null, reason: expect.stringMatching(/^row (?:is not an object|has no usable id)$/) as string } });
  });

  it('does not take what an object inherits for a field', () => {
    const raw = JSON.parse('{"id":"t","__proto__":{"subject":"inherited","polluted":true},"constructor":{"prototype":{"polluted":true}}}') as unknown;
    const row = record('ticket', raw);
    expect(row.subject).toBe('');
    expect(row.extra).toEqual({});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('reads rows of an entity for which the profile has no fields as rows without an id', () => {
    expect(createNormaliser({ fields: {} })('ticket', { id: 'x' })).toHaveProperty('quarantined');
  });
});
