import { writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { PAGES } from './main/protocol/app-origin.ts';
import { MANIFEST_NAME } from './main/protocol/bundle-manifest.ts';
import { DEV_CONTENT_SECURITY_POLICY } from './main/protocol/security-headers.ts';

const at = (...parts: string[]): string => resolve(import.meta.dirname, ...parts);

/** What the oldest runtime understands on which the app must run: Electron 33 (Node 20.18, Chrome 130). */
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';
/** Packages that cannot be bundled: native code, and programs that are started. `libsql` stands in for the SQLite driver on runtimes that cannot load it. */
const UNBUNDLED = ['better-sqlite3-multiple-ciphers', 'libsql', 'node-notifier'];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Writes the list of all files of the renderer with their types; main serves what is on it and nothing else. */
function bundleManifest(): Plugin {
  return {
    name: 'bundle-manifest',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) throw new Error('The renderer is built into a folder.');
      const entries = Object.keys(bundle).sort().map((file) => {
        const type = TYPES[extname(file)];
        if (type === undefined) throw new Error(`No Content-Type is known for ${file}; add it to electron.vite.config.ts.`);
        return [`/${file}`, { file, type }] as const;
      });
      await writeFile(join(dir, MANIFEST_NAME), JSON.stringify({ files: Object.fromEntries(entries) }, null, 1));
    },
  };
}

const pages = Object.fromEntries(PAGES.map((page) => [page.replace('.html', ''), at('renderer', page)]));

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      target: NODE_TARGET,
      externalizeDeps: { include: UNBUNDLED },
      rolldownOptions: {
        input: { index: at('main/index.ts'), 'store-worker': at('core/store/worker/entry.ts'), 'profile-worker': at('main/profiles/worker/entry.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    publicDir: false,
    plugins: [react(), tailwindcss(), bundleManifest()],
    // Loopback by number: by name it may resolve to an address that another program holds.
    server: { host: '127.0.0.1', headers: { 'Content-Security-Policy': DEV_CONTENT_SECURITY_POLICY } },
    build: {
      outDir: at('out/renderer'),
      target: CHROME_TARGET,
      minify: true,
      // Chrome has it, and the stand-in would be an inline script.
      modulePreload: { polyfill: false },
      // A data: address is no file of ours; the policy for fonts and styles names files only.
      assetsInlineLimit: 0,
      rolldownOptions: { input: pages },
    },
  },
});
