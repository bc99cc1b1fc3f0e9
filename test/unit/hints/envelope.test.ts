import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { envelopeReader } from '../../../core/hints/envelope.ts';
import { isItemId } from '../../../core/hints/item-id.ts';

const read = envelopeReader(CXPRESS_1_0);
const body = (value: unknown): string => JSON.stringify(value);

describe('a webhook body', () => {
  it('of the documented example names a department', () => {
    const example = { entity: 'sector', type: 'create', data: { id: '5f2b', 'company id': 'c1', name: 'Suporte', 'updated at': '2025-06-13T12:00:00Z', 'deleted at': null, active: true } };
    expect(read(body(example))).toEqual({ entity: 'department', id: '5f2b' });
  });

  it.each([
    [{ entity: 'ticket', type: 'update', data: { id: 'a' } }, { entity: 'ticket', id: 'a' }],
    [{ Entity: 'Ticket Tags', TYPE: 'x', Data: { ID: 'a' } }, { entity: 'ticketTag', id: 'a' }],
    [{ entity: 'custom-field', data: { uuid: 'a' } }, { entity: 'customField', id: 'a' }],
    [{ entity: 'task', data: { id: 42 } }, { entity: 'task', id: '42' }],
    [{ entity: 'task', data: { id: null, uuid: 'b' } }, { entity: 'task', id: 'b' }],
  ])('is read leniently: %j', (value, hint) => {
    expect(read(body(value))).toEqual(hint);
  });

  it.each([
    ['not JSON', '{'],
    ['empty', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['an unknown entity', body({ entity: 'invoice', data: { id: 'a' } })],
    ['an entity of another type', body({ entity: { ticket: 1 }, data: { id: 'a' } })],
    ['no data', body({ entity: 'ticket' })],
    ['a list of rows', body({ entity: 'ticket', data: [{ id: 'a' }] })],
    ['no id', body({ entity: 'ticket', data: { name: 'a' } })],
    ['an id that is no text', body({ entity: 'ticket', data: { id: { $gt: '' } } })],
    ['a fraction for an id', body({ entity: 'ticket', data: { id: 1.5 } })],
    ['nesting a hundred thousand deep', '['.repeat(100_000)],
  ])('that is %s is no hint', (_what, text) => {
    expect(read(text)).toBeNull();
  });
});

describe('an id', () => {
  it.each(['', 'a'.repeat(201), 'a\nb', 'a\u0000', '\u007f', '\ud800', '.', '..'])('is refused: %j', (id) => {
    expect(isItemId(id)).toBe(false);
  });

  it.each(['a', 'a'.repeat(200), '5f2b9c1e-0000-4000-8000-000000000000', 'ação/1', '...', 'Ünïcode 🎫'])('is let through: %j', (id) => {
    expect(isItemId(id)).toBe(true);
  });
});
