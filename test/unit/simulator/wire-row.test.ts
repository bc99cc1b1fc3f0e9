import { describe, expect, test } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { createWireRows } from '../../../simulator/wire-row.ts';

const item = {
  id: 'd1', createdAt: Date.UTC(2025, 4, 8, 16, 2, 37, 569), updatedAt: Date.UTC(2025, 4, 8, 16, 2, 37, 569), deletedAt: null,
  values: { name: 'Setor teste', active: true, employeeUserIds: ['u1', 'u2'], keyWords: ['esquerda'] },
};

describe('wire rows', () => {
  test('a webhook row has the keys of the one documented example', () => {
    const row = createWireRows(CXPRESS_1_0, 'c1').webhookRow('department', item);
    expect(row).toEqual({
      id: 'd1', 'company id': 'c1', name: 'Setor teste', 'updated at': '2025-05-08T16:02:37.569Z', 'deleted at': null, active: true,
      'created at': '2025-05-08T16:02:37.569Z', 'employees user ids': ['u1', 'u2'], 'key words': ['esquerda'],
    });
  });

  test('API rows use the first field name of the profile, and snake_case for what it does not know', () => {
    const profile = { ...CXPRESS_1_0, fields: { ticket: { ...CXPRESS_1_0.fields.ticket, dueAt: ['prazo'], id: ['uuid'] } } };
    const row = createWireRows(profile, 'c1').row('ticket', { ...item, values: { dueAt: 0, subject: null, reopenedCount: 2 } });
    expect(row).toMatchObject({ uuid: 'd1', prazo: '1970-01-01T00:00:00.000Z', subject: null, reopened_count: 2, company_id: 'c1' });
  });

  test('a time that is no date travels as it is', () => {
    const row = createWireRows(CXPRESS_1_0, 'c1').row('ticket', { ...item, updatedAt: 9e15, values: { dueAt: 'soon' } });
    expect(row).toMatchObject({ updated_at: 9e15, due_at: 'soon' });
  });
});
