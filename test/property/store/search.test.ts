import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeCalls } from '../../../core/store/store-calls.ts';
import { page, ticket } from '../../support/records.ts';
import { DRIVERS, memoryDatabase } from '../../support/temp-store.ts';

/** Text as people and machines write it: words of many scripts, punctuation, marks, emoji, controls, lone surrogates. */
const word = fc.oneof(
  fc.constantFrom('boleto', 'Não', 'conceição', 'ÑANDÚ', 'straße', 'İstanbul', 'ﬁnal', 'е́лка', 'प्रणाम', '東京都', '한국어', 'e\u0301te\u0301', 'a-b/c', "d'água", '#12', 'x"y"z', '(ok)', 'NOT', 'OR', 'NEAR'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
);
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const query = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('"', '""', '*', '^a', 'a*', '-', 'title:x', '{a b}:c', '\u0000', '\ud800', 'x'.repeat(500), '" OR 1=1 --'));

/** Prefixes of three letters and more of a word, ending between code points. */
function prefixes(one: string): string[] {
  const points = [...one];
  return points.map((_point, i) => points.slice(0, i + 1).join('')).filter((prefix) => (prefix.match(/\p{L}/gu) ?? []).length >= 3);
}

describe.each(DRIVERS)('search on %s', (driver) => {
  it('never throws, whatever is stored and asked', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    let n = 0;
    fc.assert(fc.property(text, text, query, (subject, description, asked) => {
      n += 1;
      store.commitPage(page('ticket', [ticket(`k${n}`, { subject, description })]));
      expect(store.lookup(asked, 10).length).toBeLessThanOrEqual(10);
    }), { numRuns: 400 });
    db.close();
  });

  it('finds every ticket by its own number, first of all', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    let n = 0;
    fc.assert(fc.property(fc.oneof(fc.nat().map(String), word, fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })), text, (number, subject) => {
      n += 1;
      store.commitPage(page('ticket', [ticket(`k${n}`, { version: n, number, subject })]));
      const nothingLeft = number.replace(/[#\s\p{Cc}]/gu, '') === '';
      if (!nothingLeft) expect(store.lookup(`#${number}`, 50)[0]).toMatchObject({ id: `k${n}`, why: 'number' });
    }), { numRuns: 400 });
    db.close();
  });

  it('finds every ticket by any prefix of three letters of any word of its subject', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    fc.assert(fc.property(text, (subject) => {
      store.wipe();
      store.commitPage(page('ticket', [ticket('it', { subject })]));
      for (const prefix of subject.split(/\s+/u).flatMap(prefixes)) {
        const found = store.lookup(prefix, 5).map((one) => one.id);
        expect(found, JSON.stringify(prefix)).toEqual(['it']);
      }
    }), { numRuns: 200 });
    db.close();
  });
});
