import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Name of the list that the build writes into the renderer's output folder. */
export const MANIFEST_NAME = 'bundle-manifest.json';

/** Written by the build (electron.vite.config.ts): every file the renderer consists of, by URL path. */
const manifestSchema = z.strictObject({
  files: z.record(z.string().regex(/^\/[\w./-]+$/), z.strictObject({ file: z.string().regex(/^[\w./-]+$/).refine((file) => !file.split('/').includes('..')), type: z.string() })),
});

/** A file that may be served. */
export interface BundleFile {
  /** Absolute path, fixed when the manifest is read. */
  readonly file: string;
  /** Content-Type. */
  readonly type: string;
}
/** Everything that may be served, by URL path. */
export type BundleManifest = ReadonlyMap<string, BundleFile>;

/** Reads the build's list of renderer files in `folder`. Throws when it is missing or malformed: then the app was not built. */
export function readBundleManifest(folder: string): BundleManifest {
  const { files } = manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST_NAME), 'utf8')));
  return new Map(Object.entries(files).map(([path, { file, type }]) => [path, { file: join(folder, file), type }]));
}
