import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageSource } from '../../../../main/protocol/app-origin.ts';
import { MANIFEST_NAME, readBundleManifest } from '../../../../main/protocol/bundle-manifest.ts';
import { SECURITY_HEADERS } from '../../../../main/protocol/security-headers.ts';
import { serveBundle } from '../../../../main/protocol/serve-bundle.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';

const FILES = { '/index.html': { file: 'index.html', type: 'text/html; charset=utf-8' }, '/assets/a.js': { file: 'assets/a.js', type: 'text/javascript; charset=utf-8' } };

function built(files: object = FILES): string {
  const folder = temporaryFolder();
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'SECRET');
  writeFileSync(join(renderer, 'unlisted.txt'), 'SECRET');
  writeFileSync(join(renderer, 'index.html'), '<!doctype html>');
  writeFileSync(join(renderer, 'assets/a.js'), 'export {};');
  writeFileSync(join(renderer, MANIFEST_NAME), JSON.stringify({ files }));
  return renderer;
}

function server() {
  return serveBundle(readBundleManifest(built()), recordingLog());
}

const get = (url: string) => ({ method: 'GET', url });

describe('the bundle server', () => {
  it('serves a listed file with its type and the security headers', async () => {
    const answer = await server()(get('app://bundle/assets/a.js'));
    expect([answer.status, await answer.text()]).toEqual([200, 'export {};']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(answer.headers.get('content-security-policy')).toBe(SECURITY_HEADERS['Content-Security-Policy']);
  });

  it('names no feature in the permissions policy that Chromium may not know: it complains of each on every page', () => {
    const features = (SECURITY_HEADERS['Permissions-Policy'] ?? '').split(', ').map((entry) => entry.replace('=()', ''));
    expect(features).toEqual(['camera', 'microphone', 'geolocation', 'display-capture', 'usb', 'serial', 'hid', 'midi', 'payment']);
  });

  it('sends the policy with refusals too', async () => {
    const answer = await server()(get('app://bundle/nothing'));
    expect([answer.status, answer.body, answer.headers.get('content-security-policy')]).toEqual([404, null, SECURITY_HEADERS['Content-Security-Policy']]);
  });

  it.each([
    'app://bundle/../secret.txt', 'app://bundle/..%2fsecret.txt', 'app://bundle/%2e%2e/secret.txt', 'app://bundle/..%5csecret.txt', 'app://bundle/assets/../../secret.txt',
    'app://bundle//secret.txt', 'app://bundle/C:/secret.txt', 'app://bundle/\\\\host\\share', 'app://bundle/index.html%00', 'app://bundle/INDEX.HTML', 'app://bundle/index.html/',
    'app://bundle/unlisted.txt', `app://bundle/${MANIFEST_NAME}`, 'app://bundle/', 'app://bundle/．．/secret.txt', 'app://bundle/index.html?x=1',
    'app://evil/index.html', 'app://bundle.evil/index.html', 'app://user@bundle/index.html', 'app://bundle:80/index.html', 'https://bundle/index.html', 'file:///etc/hosts', 'not a url', '',
  ])('answers 404 to %s', async (url) => {
    expect((await server()(get(url))).status).toBe(404);
  });

  it.each(['POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'get', ''])('answers 405 to %s', async (method) => {
    expect((await server()({ method, url: 'app://bundle/index.html' })).status).toBe(405);
  });

  it('answers 200 to nothing but the listed paths', async () => {
    const serve = server();
    const hostile = fc.array(fc.oneof(fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '%00', '\\', '/', '//', ':', '~', 'index.html', 'assets', 'a.js', 'secret.txt', 'unlisted.txt', '?', '#', '‥'), fc.string())).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(hostile, async (path) => {
        const answer = await serve(get(`app://bundle/${path}`));
        const text = await answer.text();
        expect(text).not.toContain('SECRET');
        if (answer.status === 200) expect(Object.keys(FILES)).toContain(new URL(`app://bundle/${path}`).pathname);
        else expect(answer.status).toBe(404);
      }),
      { numRuns: 1000 },
    );
  });

  it('answers 500 when a listed file is gone, and logs it', async () => {
    const log = recordingLog();
    const serve = serveBundle(new Map([['/index.html', { file: join(temporaryFolder(), 'gone.html'), type: 'text/html' }]]), log);
    expect((await serve(get('app://bundle/index.html'))).status).toBe(500);
    expect(log.lines[0]?.event).toBe('bundle.unreadable');
  });
});

describe('the manifest', () => {
  it.each([
    ['a file above the folder', { '/a': { file: '../secret.txt', type: 'text/plain' } }],
    ['a file hidden in a path', { '/a': { file: 'assets/../../secret.txt', type: 'text/plain' } }],
    ['a path without a slash', { a: { file: 'a', type: 'text/plain' } }],
    ['no files', null],
  ])('is refused with %s', (_what, files) => {
    expect(() => readBundleManifest(built(files as object))).toThrow();
  });
});

describe('the content security policy', () => {
  it('allows exactly what the pages need', () => {
    expect(SECURITY_HEADERS['Content-Security-Policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'",
    );
  });
});

describe('where pages come from', () => {
  it('is the bundle, and the dev server only while developing', () => {
    expect(pageSource(undefined, false)).toMatchObject({ origin: 'app://bundle' });
    expect(pageSource(undefined, false).url('lookup.html')).toBe('app://bundle/lookup.html');
    expect(pageSource('http://127.0.0.1:5173/', false).url('index.html')).toBe('http://127.0.0.1:5173/index.html');
    expect(pageSource('http://127.0.0.1:5173/', true).origin).toBe('app://bundle');
  });
});
