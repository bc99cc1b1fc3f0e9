import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../simulator/arguments.ts';

describe('simulator arguments', () => {
  test('nothing given leaves everything to the defaults', () => {
    expect(parseArguments([])).toEqual({ kind: 'run', options: {}, profileFile: null });
  });

  test('everything given', () => {
    expect(parseArguments('--port 0 --host 0.0.0.0 --control-port 8001 --tickets 500 --seed 7 --activity 20/min --clock-speed 60 --rotate --profile p.json'.split(' '))).toEqual({
      kind: 'run', profileFile: 'p.json',
      options: { port: 0, host: '0.0.0.0', controlPort: 8001, tickets: 500, seed: 7, activityPerMinute: 20, clockSpeed: 60, tokenRules: { rotate: true } },
    });
    expect(parseArguments(['--dialect', 'cursor'])).toEqual({ kind: 'run', profileFile: null, options: { dialect: 'cursor' } });
    expect(parseArguments(['--activity', 'off'])).toMatchObject({ options: { activityPerMinute: 0 } });
    expect(parseArguments(['--help', '--seed', 'x'])).toEqual({ kind: 'help' });
  });

  test.each([
    [['--port', '70000'], '--port must be a whole number from 0 to 65535, not "70000".'],
    [['--tickets', '-1'], '--tickets needs a value.'],
    [['--tickets', '1.5'], '--tickets must be a whole number from 0 to 500000, not "1.5".'],
    [['--activity', 'fast'], '--activity must be like "20/min" (at most 6000/min) or "off", not "fast".'],
    [['--activity', '9999/min'], '--activity must be like "20/min" (at most 6000/min) or "off", not "9999/min".'],
    [['--dialect', 'Cursor'], '--dialect must be one of standard, offset, cursor, link, nextlink, bare, versions, not "Cursor".'],
    [['--dialect', 'cursor', '--profile', 'p.json'], '--dialect and --profile cannot go together: a dialect brings its own profile.'],
    [['--clock-speed', ''], '--clock-speed must be a number from 0 to 100000, not "".'],
    [['--seed'], '--seed needs a value.'],
    [['--sed', '7'], "Unknown option '--sed'."],
    [['500'], "Unexpected argument '500'."],
  ])('%j is refused with one sentence', (argv, sentence) => {
    expect(parseArguments(argv)).toEqual({ kind: 'wrong', sentence });
  });
});
