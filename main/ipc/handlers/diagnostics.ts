import type { Diagnostic } from '../../../contract/diagnostics.ts';
import { ok } from '../../../contract/result.ts';
import { saveAs } from '../../profiles/save-as.ts';
import type { SaveNeeds } from '../../profiles/save-as.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the calls about diagnostics need. */
export interface DiagnosticsNeeds extends SaveNeeds {
  readonly run: () => Promise<Diagnostic[]>;
  /** The whole report, with nothing in it that names anybody. */
  readonly report: (checks: readonly Diagnostic[]) => Promise<string>;
}

const FILE_NAME = 'cxpress-tray-diagnostics.json';

/** Runs the self-tests, and writes them down for whoever helps. */
export function diagnosticsHandlers({ run, report, dialogs, writeFile }: DiagnosticsNeeds): HandlersOf<'diagnostics.run' | 'diagnostics.export'> {
  return {
    'diagnostics.run': async () => ok({ checks: await run() }),
    'diagnostics.export': async () => ok(await saveAs({ dialogs, writeFile }, FILE_NAME, async () => report(await run()))),
  };
}
