import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../../renderer/ui/tokens.css'), 'utf8');
type Theme = 'light' | 'dark';

/** Relative luminance (WCAG 2) of an OKLCH colour, through OKLab and linear sRGB (CSS Color 4, §10). */
function luminance(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const [l, m, s] = [lightness + 0.3963377774 * a + 0.2158037573 * b, lightness - 0.1055613458 * a - 0.0638541728 * b, lightness - 0.0894841775 * a - 1.291485548 * b].map((cone) => cone ** 3) as [number, number, number];
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  return (
    0.2126 * clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  );
}

/** The declarations of a block of tokens.css, by name. */
function block(pattern: RegExp): ReadonlyMap<string, string> {
  const body = pattern.exec(css)?.[1] ?? '';
  return new Map([...body.matchAll(/--([\w-]+): ([^;]+);/g)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]));
}
const USUAL = block(/^:root \{([^}]+)\}/m);
const CHOSEN = block(/^:root\[data-contrast='more'\] \{([^}]+)\}/m);
const ASKED = block(/@media \(prefers-contrast: more\) \{\s*:root \{([^}]+)\}/);
const MORE = new Map([...USUAL, ...CHOSEN]);

/** A token's luminance in a theme, as a set of tokens defines it. */
function token(name: string, theme: Theme, set: ReadonlyMap<string, string>): number {
  const value = set.get(name) ?? '';
  const alias = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (alias) return token(alias, theme, set);
  const colours = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map((match) => luminance(Number(match[1]), Number(match[2]), Number(match[3])));
  const colour = colours.length === 1 || theme === 'light' ? colours[0] : colours[1];
  if (colour === undefined) throw new Error(`No colour in --${name}: ${value}`);
  return colour;
}

function contrast(front: string, ground: string, theme: Theme, set = USUAL): number {
  const [a, b] = [token(front, theme, set), token(ground, theme, set)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const GROUNDS = ['canvas', 'surface', 'raised', 'hover', 'selected'];
const TINTS = ['info', 'good', 'warn', 'bad', 'violet', 'neutral'];
const TEXT: [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent-ink', 'bad-ink', 'warn-ink'].flatMap((ink) => GROUNDS.map((ground): [string, string] => [ink, ground])),
  ...TINTS.flatMap((tint): [string, string][] => [[`${tint}-ink`, `${tint}-soft`], ['ink', `${tint}-soft`]]),
  ['on-accent', 'accent'], ['on-accent', 'accent-hover'], ['ink-3', 'neutral-soft'], ['ink-2', 'neutral-soft'],
];
const SIGNS: [string, string][] = [
  ...['good', 'info', 'warn', 'bad'].map((sign): [string, string] => [sign, 'canvas']), ['good', 'surface'],
  ['control-line', 'surface'], ['control-line', 'raised'], ['control-line', 'canvas'], ['accent', 'surface'], ['accent-ink', 'selected'],
];

describe.each(['light', 'dark'] as const)('contrast, %s', (theme) => {
  it.each(TEXT)('text: %s on %s reaches 4.5 to 1', (front, ground) => expect(contrast(front, ground, theme)).toBeGreaterThanOrEqual(4.5));
  it.each(SIGNS)('signs: %s on %s reaches 3 to 1', (front, ground) => expect(contrast(front, ground, theme)).toBeGreaterThanOrEqual(3));
});

describe.each(['light', 'dark'] as const)('more contrast, %s', (theme) => {
  it.each(TEXT)('text: %s on %s reaches 7 to 1', (front, ground) => expect(contrast(front, ground, theme, MORE)).toBeGreaterThanOrEqual(7));
  it.each([...SIGNS, ['line', 'surface'], ['line', 'canvas']])('signs: %s on %s reaches 4.5 to 1', (front, ground) => expect(contrast(front ?? '', ground ?? '', theme, MORE)).toBeGreaterThanOrEqual(4.5));
});

it('more contrast is the same, chosen here or asked for by the system', () => {
  expect(CHOSEN.size).toBeGreaterThan(15);
  expect([...ASKED]).toEqual([...CHOSEN]);
});
