/**
 * Stands in for Electron's own default app in a runtime that has none: `electron <folder>` runs that folder's app.
 * The import is awaited, because Electron holds `ready` back until its entry has finished and the app registers
 * privileged schemes before `ready`.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!given) {
  console.error('Usage: electron <folder with a package.json, or a script>');
  process.exit(1);
}

const target = resolve(given);
const isScript = /\.[cm]?js$/.test(target);
const folder = isScript ? dirname(target) : target;
const manifest = readManifest(join(folder, 'package.json'), isScript);

/** The two setters that Electron keeps for default apps and does not document. */
const shell = /** @type {typeof app & { setVersion(version: string): void, setAppPath(path: string): void }} */ (app);

Object.assign(process, { defaultApp: true });
shell.setName(manifest.productName ?? manifest.name ?? 'Electron');
if (manifest.version) shell.setVersion(manifest.version);
shell.setAppPath(folder);

await import(pathToFileURL(isScript ? target : join(folder, manifest.main ?? 'index.js')).href);

/**
 * @param {string} path
 * @param {boolean} optional
 * @returns {{ name?: string, productName?: string, version?: string, main?: string }}
 */
function readManifest(path, optional) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (optional) return {};
    console.error(`No app at ${folder}: ${/** @type {Error} */ (error).message}`);
    process.exit(1);
  }
}
