import { crc32 } from 'node:zlib';

/** An entry of a zip: its Unix mode says whether it is a file (0o100644) or a symbolic link (0o120777). */
export interface ZipMember {
  readonly path: string;
  readonly mode: number;
  readonly content: string;
}

const UNIX = 3 << 8;

/** Builds a zip of uncompressed entries with Unix modes (PKWARE APPNOTE 6.3.10, §4.3). */
export function smallZip(members: readonly ZipMember[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, mode, content } of members) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const common = fields([[20, 2], [0, 2], [0, 2], [0, 4], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]]);
    const body = Buffer.concat([fields([[0x04034b50, 4]]), common, name, bytes]);
    const tail = fields([[0, 2], [0, 2], [0, 2], [mode * 0x10000, 4], [offset, 4]]);
    directory.push(fields([[0x02014b50, 4], [UNIX | 20, 2]]), common, tail, name);
    bodies.push(body);
    offset += body.length;
  }
  const index = Buffer.concat(directory);
  const count = members.length;
  const end = fields([[0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [index.length, 4], [offset, 4], [0, 2]]);
  return Buffer.concat([...bodies, index, end]);
}

function fields(values: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(values.reduce((total, [, bytes]) => total + bytes, 0));
  let at = 0;
  for (const [value, bytes] of values) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
