import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeCalls } from '../../../core/store/store-calls.ts';
import { forgives } from '../../../core/store/search/forgiveness.ts';
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

/** Characters that the tokenizer's tables know: it takes letters added to Unicode in recent years for separators. */
const known = fc
  .oneof(...[[0x20, 0x24f], [0x300, 0x36f], [0x3041, 0x3096], [0x4e00, 0x9fcb], [0xac00, 0xd7a3], [0x1f300, 0x1f5ff], [0xe000, 0xf8ff], [0x0, 0x1f], [0xd800, 0xd800]]
    .map(([min, max]) => fc.integer({ min: min ?? 0, max: max ?? 0 })))
  .map((point) => String.fromCodePoint(point));
const WORDS = ['boleto', 'Não', 'conceição', 'ÑANDÚ', 'straße', 'İstanbul', 'ﬁnal', 'е́лка', '東京都', '한국어', 'e\u0301te\u0301', 'a-b/c', "d'água", 'x"y"z', '(ok)', 'NOT', 'NEAR'];
const subject = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: known, minLength: 1, maxLength: 12 })), { maxLength: 8 }).map((words) => words.join(' '));

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
    fc.assert(fc.property(text, text, query, (written, description, asked) => {
      n += 1;
      store.commitPage(page('ticket', [ticket(`k${n}`, { subject: written, description })]));
      expect(store.lookup(asked, 10).length).toBeLessThanOrEqual(10);
    }), { numRuns: 400 });
    db.close();
  });

  it('gives only what really matches: every word begins one of the item\'s, or differs by one letter where mistakes are forgiven', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    const plain = (text: string): string[] => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
    const one = fc.constantFrom('boleto', 'Boletim', 'cobrança', 'cobrado', 'João', 'joana', 'marcus', 'Márcia', 'nota', 'notas', '4711', '471', 'entrega', 'entregue');
    const typed = fc.oneof(one, fc.tuple(one, fc.nat(9), fc.constantFrom('', 'x')).map(([from, at, put]) => from.slice(0, at) + put + from.slice(at + 1)), one.map((from) => from.slice(0, 3)));
    fc.assert(fc.property(fc.array(fc.array(one, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }), fc.array(typed, { minLength: 1, maxLength: 3 }), (subjects, words) => {
      store.wipe();
      store.commitPage(page('ticket', subjects.map((written, n) => ticket(`k${n}`, { version: 1000 + n, subject: written.join(' ') }))));
      const query = words.join(' ');
      for (const result of store.lookup(query, 50)) {
        const written = plain(result.title);
        for (const asked of plain(query)) {
          const fits = written.some((word) => word.startsWith(asked) || (result.forgiven && asked.length >= 5 && forgives(asked, word)));
          expect(fits, `${asked} in ${result.title}`).toBe(true);
        }
        for (const { text, ranges } of result.matches) for (const [start, end] of ranges) expect(text.slice(start, end).trim()).not.toBe('');
      }
      const exact = subjects.filter((written) => plain(query).every((asked) => plain(written.join(' ')).some((word) => word.startsWith(asked))));
      if (plain(query).length > 0) expect(store.lookup(query, 50).filter(({ forgiven }) => !forgiven)).toHaveLength(exact.length);
    }), { numRuns: 300 });
    db.close();
  });

  it('finds every ticket by its own number, first of all', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    let n = 0;
    fc.assert(fc.property(fc.oneof(fc.nat().map(String), word, fc.string({ unit: 'binary', minLength: 1, maxLength: 20 })), text, (number, written) => {
      n += 1;
      store.commitPage(page('ticket', [ticket(`k${n}`, { version: n, number, subject: written })]));
      const nothingLeft = number.replace(/[#\s\p{Cc}]/gu, '') === '';
      if (!nothingLeft) expect(store.lookup(`#${number}`, 50)[0]).toMatchObject({ id: `k${n}`, why: 'number' });
    }), { numRuns: 400 });
    db.close();
  });

  it('finds every ticket by any prefix of three letters of any word of its subject', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    fc.assert(fc.property(subject, (written) => {
      store.wipe();
      store.commitPage(page('ticket', [ticket('it', { subject: written })]));
      for (const prefix of written.split(/\s+/u).flatMap(prefixes)) {
        const found = store.lookup(prefix, 5).map((one) => one.id);
        expect(found, JSON.stringify(prefix)).toEqual(['it']);
      }
    }), { numRuns: 200 });
    db.close();
  });
});
