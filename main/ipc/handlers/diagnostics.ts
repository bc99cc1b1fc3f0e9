import type { Diagnostic } from '../../../contract/diagnostics.ts';
import { ok } from '../../../contract/result.ts';
import { EngineError } from '../../../core/engine-error.ts';
import type { FileDialogs } from '../../profiles/file-dialogs.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the calls about diagnostics need. */
export interface DiagnosticsNeeds {
  readonly run: () => Promise<Diagnostic[]>;
  /** The whole report, with nothing in it that names anybody. */
  readonly report: (checks: readonly Diagnostic[]) => Promise<string>;
  readonly dialogs: Pick<FileDialogs, 'save'>;
  /** Writes a file so that it is there whole or not at all. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
}

const FILE_NAME = 'cxpress-tray-diagnostics.json';

/** Runs the self-tests, and writes them down for whoever helps. */
export function diagnosticsHandlers({ run, report, dialogs, writeFile }: DiagnosticsNeeds): HandlersOf<'diagnostics.run' | 'diagnostics.export'> {
  return {
    'diagnostics.run': async () => ok({ checks: await run() }),
    async 'diagnostics.export'() {
      const path = await dialogs.save(FILE_NAME);
      if (path === null) return ok({ saved: false });
      const text = await report(await run());
      await writeFile(path, new TextEncoder().encode(text)).catch((cause: unknown) => {
        throw new EngineError('fileNotWritten', { cause });
      });
      return ok({ saved: true });
    },
  };
}
