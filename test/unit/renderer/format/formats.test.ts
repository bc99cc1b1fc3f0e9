import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../../renderer/format/formats.ts';

const UTC = 'UTC';
const now = Date.UTC(2026, 10, 22, 14, 3);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('formats', () => {
  const en = createFormats('en', UTC);

  it('writes times on the 24-hour clock, midnight as 00', () => {
    expect(en.clock(now)).toBe('14:03');
    expect(en.clock(Date.UTC(2026, 0, 1, 0, 5))).toBe('00:05');
  });
  it('adds the day to a moment of another day, and the year of another year', () => {
    expect(en.moment(now - MINUTE, now)).toBe('14:02');
    expect(en.moment(Date.UTC(2026, 10, 29, 14, 5), now)).toBe('Sun 29 Nov, 14:05');
    expect(en.moment(Date.UTC(2025, 10, 29, 14, 5), now)).toBe('Sat 29 Nov 2025, 14:05');
  });
  it('decides "today" by the time zone it shows', () => {
    const tokyo = createFormats('en', 'Asia/Tokyo');
    expect(tokyo.moment(Date.UTC(2026, 10, 22, 15, 30), now)).toBe('Mon 23 Nov, 00:30');
  });
  it.each([
    [-5 * MINUTE, 'now'], [0, 'now'], [59_999, 'now'], [MINUTE, '1m'], [59 * MINUTE, '59m'], [HOUR, '1h'], [23 * HOUR, '23h'], [DAY, '1d'], [6 * DAY, '6d'], [8 * DAY, '14 Nov'], [400 * DAY, '18 Oct 2025'],
  ])('says how old %d ms is', (passed, words) => {
    expect(en.age(now - passed, now)).toBe(words);
  });
  it('never says a span shorter than a minute', () => {
    expect(en.span(10)).toBe('1m');
  });
  it('writes numbers and lists by language', () => {
    expect(en.number(100_000)).toBe('100,000');
    expect(createFormats('pt-BR', UTC).number(100_000)).toBe('100.000');
    expect(en.list(['Tickets', 'Tasks'])).toBe('Tickets and Tasks');
    expect(createFormats('pt-BR', UTC).list(['Tickets', 'Tarefas'])).toBe('Tickets e Tarefas');
    expect(createFormats('es', UTC).age(now, now)).toBe('ahora');
  });
});
