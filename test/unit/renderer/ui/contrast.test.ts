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

/** A token's luminance in a theme, as tokens.css defines it. */
function token(name: string, theme: Theme): number {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1] ?? '';
  const alias = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (alias) return token(alias, theme);
  const colours = [...value.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map((match) => luminance(Number(match[1]), Number(match[2]), Number(match[3])));
  const colour = colours.length === 1 || theme === 'light' ? colours[0] : colours[1];
  if (colour === undefined) throw new Error(`No colour in --${name}: ${value}`);
  return colour;
}

function contrast(front: string, ground: string, theme: Theme): number {
  const [a, b] = [token(front, theme), token(ground, theme)];
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
