import { describe, expect, it } from 'vitest';
import { readColor, readCustomFields, readFlag, readId, readIds, readText, readTexts } from '../../../core/api/normalise/values.ts';

const HALF = '\ud800';

describe('readId', () => {
  it.each([
    ['a-1', 'a-1'], [' a ', 'a'], [7, '7'], [0, '0'], [-3, '-3'], ['9007199254740993', '9007199254740993'], [{ id: 5 }, '5'], [{ uuid: 'u' }, 'u'], [{ ID: 'x', name: 'n' }, 'x'], [`${' '.repeat(50)}${'x'.repeat(200)}`, 'x'.repeat(200)],
  ])('reads %j', (value, id) => {
    expect(readId(value)).toBe(id);
  });

  it.each(['', '  ', 'x'.repeat(201), 1.5, 2 ** 53, Number.NaN, true, null, undefined, [], ['a'], {}, { id: null }, { id: { id: 'deep' } }, `a${HALF}`])('finds none in %j', (value) => {
    expect(readId(value)).toBeNull();
  });

  it('keeps lists in order and without repeats', () => {
    expect(readIds(['b', { id: 'a' }, 'b', null, 3, [], '3'])).toEqual(['b', 'a', '3']);
    expect(readIds('b')).toEqual([]);
  });
});

describe('readText', () => {
  it.each([[' hello ', 'hello'], [12, '12'], [false, 'false'], [{ id: 1, name: 'Open' }, 'Open'], [{ Label: 'Low' }, 'Low'], ['', null], ['  ', null], [null, null], [[], null], [{}, null], [{ name: { name: 'deep' } }, null], [Number.NaN, null]])('reads %j', (value, text) => {
    expect(readText(value)).toBe(text);
  });

  it('never leaves half a character, also where it cuts', () => {
    expect(readText(`a${HALF}b`)).toBe('a\ufffdb');
    const cut = readText(`${'x'.repeat(64 * 1024 - 1)}🖨`);
    expect(cut).toHaveLength(64 * 1024);
    expect(cut).not.toMatch(/\p{Surrogate}/u);
    expect(readText('🖨')).toBe('🖨');
  });

  it('reads lists of texts', () => {
    expect(readTexts(['a', '', 1, null, { label: 'x' }])).toEqual(['a', '1', 'x']);
  });
});

describe('readFlag and readColor', () => {
  it.each([[true, true], [1, true], ['true', true], ['1', true], [false, false], [0, false], ['false', false], ['0', false]])('reads %j', (value, flag) => {
    expect(readFlag(value, !flag)).toBe(flag);
  });
  it.each([null, undefined, 'maybe', 2, {}])('falls back for %j', (value) => {
    expect([readFlag(value, true), readFlag(value, false)]).toEqual([true, false]);
  });
  it.each([['#ABCDEF', '#abcdef'], ['f00', '#ff0000'], [' #0a0 ', '#00aa00'], ['red', null], ['#12345', null], ['url(x)', null], [0xffffff, null]])('reads the colour %j', (value, color) => {
    expect(readColor(value)).toBe(color);
  });
});

describe('readCustomFields', () => {
  it('reads an object by id', () => {
    expect(readCustomFields({ f1: 'x', f2: 2, f3: false, f4: null, f5: { name: 'Blue' }, f6: ['a', 'b'], f7: [], f8: {} })).toEqual({ f1: 'x', f2: 2, f3: false, f4: null, f5: 'Blue', f6: 'a, b', f7: null, f8: null });
  });

  it('reads a list of ids and values, in the spellings there are', () => {
    expect(readCustomFields([{ id: 'row', custom_field_id: 'f1', value: 'x' }, { 'Field ID': 2, Value: 3 }, { id: 'f3' }, { value: 'nobody' }, null, 'x'])).toEqual({ f1: 'x', 2: 3, f3: null });
  });

  it('lets nothing reach a prototype, and no number that JSON cannot hold', () => {
    const read = readCustomFields(JSON.parse('{"__proto__":{"polluted":1},"f1":1e999}'));
    expect(read).toEqual({ f1: null });
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(readCustomFields([{ id: '__proto__', value: 'x' }])).toEqual({});
  });

  it.each([null, undefined, 'x', 3, true])('is empty for %j', (value) => {
    expect(readCustomFields(value)).toEqual({});
  });
});
