import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ENTITIES, itemIdSchema, type Entity } from '../../../contract/entity.ts';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { createNormaliser } from '../../../core/api/normalise/normalise.ts';
import { readTime } from '../../../core/api/normalise/read-time.ts';
import { clientBed, FIRST_PAGE, jsonAnswer, scriptedFetch } from '../../unit/api/client-bed.ts';
import { mutatedRow, plainRow } from './wire-rows.ts';

const normalise = createNormaliser(CXPRESS_1_0);

const wellFormed = z.string().refine((text) => !/\p{Surrogate}/u.test(text));
const id = itemIdSchema.and(wellFormed);
const time = z.number().int().min(0).nullable();
const text = wellFormed.min(1).nullable();
const custom = z.record(z.string(), z.union([wellFormed, z.number(), z.boolean(), z.null()]));
const base = { id, version: z.number().int().min(0), createdAt: time, updatedAt: time, deletedAt: time, extra: z.record(z.string(), z.unknown()) };
const work = { ...base, number: text, description: wellFormed, status: text, priority: text, departmentId: id.nullable(), consumerId: id.nullable(), assigneeId: id.nullable(), assigneeName: text, tagIds: z.array(id), dueAt: time };
const tag = z.strictObject({ ...base, name: wellFormed, color: z.string().regex(/^#[0-9a-f]{6}$/).nullable() });

/** The records of contract/models/records.ts, as a check. */
const RECORDS: { readonly [E in Entity]: z.ZodType } = {
  ticket: z.strictObject({ ...work, subject: wellFormed, channel: text, customFields: custom }),
  task: z.strictObject({ ...work, title: wellFormed, ticketId: id.nullable() }),
  consumer: z.strictObject({ ...base, name: wellFormed, email: text, phone: text, document: text, tagIds: z.array(id), customFields: custom }),
  department: z.strictObject({ ...base, name: wellFormed, active: z.boolean(), employeeUserIds: z.array(id), keyWords: z.array(wellFormed) }),
  ticketTag: tag,
  consumerTag: tag,
  customField: z.strictObject({ ...base, name: wellFormed, type: text, appliesTo: text, options: z.array(wellFormed) }),
};

describe.each(ENTITIES)('rows of %s', (entity) => {
  it('become records of the right shape or are set aside, whatever happened to them', () => {
    fc.assert(
      fc.property(mutatedRow(entity), (raw) => {
        const before = JSON.stringify(raw);
        const result = normalise(entity, raw);
        if ('record' in result) {
          RECORDS[entity].parse(result.record);
          expect(Object.getPrototypeOf(result.record)).toBe(Object.prototype);
          expect(Object.keys(result.record.extra)).not.toContain('__proto__');
        } else expect(result.quarantined).toMatchObject({ entity, id: null });
        expect(JSON.stringify(raw)).toBe(before);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('do not take their neighbours with them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutatedRow(entity), { maxLength: 6 }), async (odd) => {
        const items = [plainRow(entity, 'good-1'), ...odd, plainRow(entity, 'good-2')];
        const { client } = clientBed({ fetch: scriptedFetch(jsonAnswer({ data: items })) });
        const { rows, quarantined } = await client.list(entity, FIRST_PAGE);
        expect(rows.length + quarantined.length).toBe(items.length);
        const ids = rows.map((row) => row.id);
        expect([ids[0], ids.at(-1)]).toEqual(['good-1', 'good-2']);
        expect(ids.every((each) => typeof each === 'string' && each !== '')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('read the same in any spelling of their keys', () => {
    const spellings = [(key: string) => key.replaceAll('_', ' '), (key: string) => key.replaceAll('_', '-').toUpperCase(), (key: string) => key.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())];
    const row = plainRow(entity, 'x');
    fc.assert(
      fc.property(fc.infiniteStream(fc.constantFrom(...spellings)), (spell) => {
        const spelled = Object.fromEntries(Object.entries(row).map(([key, value]) => [(spell.next().value as (key: string) => string)(key), value]));
        expect(normalise(entity, spelled)).toEqual(normalise(entity, row));
      }),
      { numRuns: 50 },
    );
  });
});

describe('times', () => {
  const day = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2199-12-31T23:59:59Z'), noInvalidDate: true });

  it('read back what was written, in every spelling', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('Z', '', '+00:00', ' +0000', '-00'), fc.constantFrom('T', ' ', 't'), (date, zone, between) => {
        const iso = date.toISOString();
        expect(readTime(`${iso.slice(0, 10)}${between}${iso.slice(11, 23)}${zone}`)).toBe(date.getTime());
      }),
    );
  });

  it('are null or a time in range, for any value at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.stringMatching(/^\d{4}-\d\d-\d\d[T ]?\d*:?\d*.*$/)), (value) => {
        const read = readTime(value);
        if (read !== null) expect(Number.isInteger(read) && read >= Date.UTC(1990) && read < Date.UTC(2200)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
