import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ENTITIES } from '../../../contract/entity.ts';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { envelopeReader } from '../../../core/hints/envelope.ts';

const read = envelopeReader(CXPRESS_1_0);
const key = fc.oneof(fc.constantFrom('entity', 'Entity', 'data', 'id', 'uuid', 'type', '__proto__', 'constructor'), fc.string());
const nearly = fc.record({ entity: fc.oneof(fc.constantFrom('ticket', 'Ticket Tags', 'sector'), fc.jsonValue()), data: fc.oneof(fc.record({ id: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()) }), fc.jsonValue()) });
const body = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  nearly.map((value) => JSON.stringify(value)),
  fc.dictionary(key, fc.jsonValue()).map((value) => JSON.stringify(value)),
);

it('whatever the body, reading never throws and gives nothing but an entity and a usable id', () => {
  fc.assert(
    fc.property(body, (text) => {
      const hint = read(text);
      if (hint === null) return;
      expect(Object.keys(hint)).toEqual(['entity', 'id']);
      expect(ENTITIES).toContain(hint.entity);
      expect(hint.id.length).toBeGreaterThan(0);
      expect(hint.id.length).toBeLessThanOrEqual(200);
      expect(() => encodeURIComponent(hint.id)).not.toThrow();
      expect(new URL(`http://127.0.0.1/v1/tickets/${encodeURIComponent(hint.id)}`).pathname.startsWith('/v1/tickets/')).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
