import { describe, expect, it } from 'vitest';
import { createNormaliser } from '../../../core/api/normalise/normalise.ts';

/** What `extra` holds of a ticket read with these candidates. */
function extraOf(fields: Readonly<Record<string, string[]>>, row: object): unknown {
  const result = createNormaliser({ fields: { ticket: { id: ['id'], ...fields } } })('ticket', { id: 't1', ...row });
  return 'record' in result ? result.record.extra : result;
}

describe('what no candidate claims', () => {
  it('is kept beside a claimed place inside an object', () => {
    const row = { attributes: { Subject: 'Printer', status: { name: 'open', colour: 'red' }, 'sla tier': 2 }, links: { self: '/t1' } };
    expect(extraOf({ subject: ['attributes.subject'], status: ['attributes.status.name'] }, row)).toEqual({ attributes: { status: { colour: 'red' }, 'sla tier': 2 }, links: { self: '/t1' } });
    expect(row.attributes.Subject).toBe('Printer');
  });

  it('is nothing where an object is claimed whole, or in all its parts', () => {
    expect(extraOf({ subject: ['attributes.subject'] }, { attributes: { subject: 'Printer' } })).toEqual({});
    expect(extraOf({ status: ['status'], subject: ['status.title'] }, { status: { id: 1, name: 'open', title: 'x' } })).toEqual({});
    expect(extraOf({ subject: ['status.title'], status: ['status'] }, { status: { title: 'x', name: 'open' } })).toEqual({});
  });

  it('includes the place of a candidate that was not needed', () => {
    expect(extraOf({ subject: ['a.subject', 'b.subject'] }, { a: { subject: 'one' }, b: { subject: 'two' } })).toEqual({ b: { subject: 'two' } });
    expect(extraOf({ subject: ['a.subject', 'b.subject'] }, { a: { subject: null, more: 1 }, b: { subject: 'two' } })).toEqual({ a: { more: 1 } });
  });

  it('keeps a value of another kind than the path expects', () => {
    expect(extraOf({ subject: ['attributes.subject'] }, { attributes: 'text' })).toEqual({ attributes: 'text' });
    expect(extraOf({ subject: ['attributes.subject'] }, { attributes: [{ subject: 'x' }] })).toEqual({ attributes: [{ subject: 'x' }] });
  });

  it('never reaches a prototype', () => {
    const row = JSON.parse('{"__proto__":{"a":1},"attributes":{"subject":"x","__proto__":{"b":2},"kept":3}}') as object;
    expect(extraOf({ subject: ['attributes.subject'] }, row)).toEqual({ attributes: { kept: 3 } });
  });
});
