import { describe, expect, it } from 'vitest';
import { electronBuilderArgs } from '../../../scripts/dist-plan.mjs';

const official = { version: '45.4.1', distDir: '/official', fallback: false };
const fallback = { version: '33.2.1', distDir: '/cache/dist', fallback: true };

describe('what electron-builder is told', () => {
  it('is, with the official Electron, what was asked for; nothing is published unless that was asked for too', () => {
    expect(electronBuilderArgs(['--win', 'nsis'], official)).toEqual(['--win', 'nsis', '--publish', 'never']);
    expect(electronBuilderArgs(['--linux', '--publish', 'always'], official)).toEqual(['--linux', '--publish', 'always']);
  });

  it.each([[['--linux', 'dir']], [['--linux', '--dir']], [['-l', 'dir', '--x64', '-c.compression=store']]])('lets the fallback build an unpacked Linux app: %j', (argv) => {
    const args = electronBuilderArgs(argv, fallback);
    const forFallback = ['--config', 'electron-builder.fallback.yml', '-c.electronVersion=33.2.1', '-c.electronDist=/cache/dist'];
    expect(args).toEqual([...argv, '--publish', 'never', ...forFallback]);
  });

  it.each([[[]], [['--linux']], [['--linux', 'AppImage']], [['--linux', 'dir', 'deb']], [['--win', 'dir']], [['--linux', 'dir', '--mac', 'dir']], [['--linux', 'dir', '--publish', 'always']], [['--dir']]])(
    'refuses to make anything else with the fallback: %j',
    (argv) => {
      expect(() => electronBuilderArgs(argv, fallback)).toThrow(/A release needs the official Electron/);
    },
  );
});
