import { EngineError } from '../../core/engine-error.ts';
import type { FileDialogs } from './file-dialogs.ts';

/** What writing a file of the person's choice needs. */
export interface SaveNeeds {
  readonly dialogs: Pick<FileDialogs, 'save'>;
  /** Writes a file so that it is there whole or not at all. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
}

/** Writes a text, made once it is known where to, under a name the person may change. Rejects with EngineError `fileNotWritten` when the disk refuses. */
export async function saveAs({ dialogs, writeFile }: SaveNeeds, fileName: string, text: () => string | Promise<string>): Promise<{ saved: boolean }> {
  const path = await dialogs.save(fileName);
  if (path === null) return { saved: false };
  const bytes = new TextEncoder().encode(await text());
  await writeFile(path, bytes).catch((cause: unknown) => {
    throw new EngineError('fileNotWritten', { cause });
  });
  return { saved: true };
}
