import { describe, expect, it } from 'vitest';
import { difference } from '../../../core/store/cache/difference.ts';
import { T0, task, ticket } from '../../support/records.ts';

describe('field-level difference', () => {
  it('names each field an agent cares about, raw', () => {
    const before = ticket('a', { departmentId: 'd1', tagIds: ['x'], customFields: { f: 'old', same: 1 } });
    const after = ticket('a', { version: T0 + 1, status: 'done', departmentId: 'd2', tagIds: ['y', 'x'], dueAt: T0, customFields: { f: null, same: 1, g: true } });
    expect(difference('ticket', before, after)).toEqual([
      { field: 'status', from: 'open', to: 'done' },
      { field: 'departmentId', from: 'd1', to: 'd2' },
      { field: 'tagIds', from: ['x'], to: ['x', 'y'] },
      { field: 'dueAt', from: null, to: T0 },
      { field: 'customFields.f', from: 'old', to: null },
      { field: 'customFields.g', from: null, to: true },
    ]);
  });

  it('passes over update times, channels, unknown fields, tag order and a name that joins a known id', () => {
    const before = ticket('a', { assigneeId: 'u1', tagIds: ['x', 'y'] });
    const after = ticket('a', { version: T0 + 9, channel: 'mail', extra: { z: 1 }, assigneeId: 'u1', assigneeName: 'Ana', tagIds: ['y', 'x', 'x'] });
    expect(difference('ticket', before, after)).toEqual([]);
  });

  it('tells an assignee by the name that came with the row, by id where none came', () => {
    const changes = difference('task', task('a', { assigneeId: 'u1', assigneeName: 'Ana' }), task('a', { assigneeId: 'u2' }));
    expect(changes).toEqual([{ field: 'assigneeId', from: 'Ana', to: 'u2' }]);
  });

  it('keeps the gist of long texts', () => {
    const [change] = difference('ticket', ticket('a'), ticket('a', { description: 'x'.repeat(70_000) }));
    expect(change?.field).toBe('description');
    expect(String(change?.to).length).toBeLessThan(2100);
  });
});
