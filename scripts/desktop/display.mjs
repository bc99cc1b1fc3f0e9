import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {import('./session.mjs').Stage} Stage */

/**
 * Starts an X server without a screen on a display number that is free.
 * @param {Stage} stage
 * @param {string} screen such as `1280x800x24`
 */
export async function startDisplay(stage, screen) {
  const authority = join(stage.folder, 'xauthority');
  await writeFile(authority, wildcardCookie(), { mode: 0o600 });
  const line = ['Xvfb', '-displayfd', '3', '-screen', '0', screen, '-auth', authority, '-nolisten', 'tcp', '-noreset', '-dpi', '96'];
  const daemon = stage.start(line);
  const number = await daemon.firstLine();
  stage.env['DISPLAY'] = `:${number}`;
  stage.env['XAUTHORITY'] = authority;
}

/**
 * An X authority file with one cookie for any display (`FamilyWild`): server and programs can share it although the
 * display number is not known beforehand. The format is that of libXau: big-endian, every string with its length.
 */
function wildcardCookie() {
  const family = Buffer.from([0xff, 0xff]);
  return Buffer.concat([family, counted(''), counted(''), counted('MIT-MAGIC-COOKIE-1'), counted(randomBytes(16))]);
}

/** @param {string | Buffer} value */
function counted(value) {
  const bytes = Buffer.from(/** @type {string} */ (value));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
