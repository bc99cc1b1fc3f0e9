import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customSaid } from '../../../../renderer/detail/custom-value.ts';
import { createFormats } from '../../../../renderer/format/formats.ts';

const NOW = new Date(2026, 10, 22, 14).getTime();
const said = (value: string, type: string | null, language: 'en' | 'pt-BR' = 'en') => {
  const it = customSaid(value, type, createFormats(language), NOW);
  return it.kind === 'text' || it.kind === 'time' ? it.text : it.kind;
};

describe('a custom field’s value', () => {
  it.each([
    ['true', 'boolean', 'yes'], ['0', 'checkbox', 'no'], ['Não', 'Sim/Não', 'no'], ['perhaps', 'boolean', 'perhaps'], ['true', 'text', 'true'], ['true', null, 'yes'], ['1', null, '1'],
    ['1234.5', 'number', '1,234.5'], ['0012', 'text', '0012'], ['12 apples', 'number', '12 apples'], ['1e9', 'number', '1e9'],
    ['2026-12-24', 'date', '24 Dec'], ['2026-12-24', 'Fecha', '24 Dec'], ['2026-13-45', 'text', '2026-13-45'], ['soon', 'date', 'soon'],
    ['https://evil.example/<b>', 'url', 'https://evil.example/<b>'], ['Anual', 'select', 'Anual'], ['', 'number', ''],
  ])('%j of type %j says %j', (value, type, text) => expect(said(value, type)).toBe(text));
  it('is written as the language writes it', () => expect(said('1234.5', 'number', 'pt-BR')).toBe('1.234,5'));
  it('has the hour where it has one', () => expect(said(new Date(2026, 10, 22, 9, 30).toISOString(), 'datetime')).toBe('09:30'));
  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.string(), fc.option(fc.constantFrom('boolean', 'number', 'date', 'datetime', 'url', 'x')), (value, type) => {
      expect(typeof said(value, type)).toBe('string');
    }));
  });
});
