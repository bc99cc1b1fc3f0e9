import { describe, expect, it } from 'vitest';
import { demoOptions } from '../../../scripts/demo-options.mjs';

const at = (screen: boolean) => ({ screen, cwd: '/home/ana' });

describe('the demo’s options', () => {
  it('have defaults', () => {
    expect(demoOptions([], at(true))).toEqual({ headless: false, seconds: 30, report: undefined, out: '/home/ana/demo-output', help: false });
  });

  it('make it headless where there is no display, or when asked', () => {
    expect(demoOptions([], at(false)).headless).toBe(true);
    expect(demoOptions(['--headless'], at(true)).headless).toBe(true);
  });

  it('take paths from where the command was typed', () => {
    const options = demoOptions(['--report', 'out.json', '--out', '/tmp/pictures', '--seconds', '5'], at(true));
    expect(options).toMatchObject({ report: '/home/ana/out.json', out: '/tmp/pictures', seconds: 5 });
  });

  it.each(['0', '-3', 'ten', ''])('refuse --seconds=%s', (seconds) => {
    expect(() => demoOptions([`--seconds=${seconds}`], at(true))).toThrow(/--seconds needs a positive number/);
  });

  it('refuse what they do not know, and point to the help', () => {
    expect(() => demoOptions(['--headles'], at(true))).toThrow(/'--headles'.*--help$/);
  });
});
