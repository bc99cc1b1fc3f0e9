import { describe, expect, it } from 'vitest';
import { lookupKey } from '../../../contract/lookup-key.ts';
import { itemWebLink } from '../../../main/desktop/item-web-link.ts';

describe('what may be a number or id', () => {
  it.each([
    ['#1042', '1042'], [' # 1042 ', '1042'], ['TCK/2026-7', 'TCK/2026-7'], ['714c0246-0a11', '714c0246-0a11'],
    ['12', null], ['joao', null], ['nota 1042', null], ['a@b.1', null], ['..1', null], ['', null], ['1\u00002', null],
  ])('%s', (query, key) => {
    expect(lookupKey(query)).toBe(key);
  });
});

describe('address of an item', () => {
  const item = { id: 'a/b?c', number: '7 8' };
  it.each([
    ['https://app.cxpress.example/t/{id}', 'https://app.cxpress.example/t/a%2Fb%3Fc'],
    ['https://app.cxpress.example/t?n={number}', 'https://app.cxpress.example/t?n=7%208'],
    ['http://app.cxpress.example/t/{id}', null],
    ['https://u:p@app.cxpress.example/{id}', null],
    [null, null],
  ])('%s', (template, link) => {
    expect(itemWebLink(template, item)).toBe(link);
  });
  it('cannot be made without the number it asks for, and stays on its host', () => {
    expect(itemWebLink('https://app.cxpress.example/{number}', { id: 'a', number: null })).toBeNull();
    expect(itemWebLink('https://app.cxpress.example/{id}', { id: '//evil.example', number: null })).toBe('https://app.cxpress.example/%2F%2Fevil.example');
  });
});
