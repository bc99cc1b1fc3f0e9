import { DIAGNOSTIC_CHECKS } from '../../contract/diagnostics.ts';
import type { Diagnostic, DiagnosticCheck } from '../../contract/diagnostics.ts';
import { sleep } from '../../core/clock.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { verdict } from './verdict.ts';
import type { Check } from './verdict.ts';

/** Longest that anybody waits for one check, in milliseconds. */
const WITHIN_MS = 15_000;

/** Runs all checks at the same time and tells them in their order. One that breaks or takes too long says that of itself. Never rejects. */
export function createChecks(checks: Readonly<Record<DiagnosticCheck, Check>>, clock: Clock, log: Logger): () => Promise<Diagnostic[]> {
  const one = async (name: DiagnosticCheck): Promise<Diagnostic> => {
    const over = new AbortController();
    const late = sleep(clock, WITHIN_MS, over.signal).then(() => verdict(name, 'failed'));
    late.catch(() => undefined);
    try {
      return await Promise.race([checks[name](), late]);
    } catch (error) {
      log.warn('diagnostics.checkFailed', { check: name, error });
      return verdict(name, 'failed');
    } finally {
      over.abort();
    }
  };
  return () => Promise.all(DIAGNOSTIC_CHECKS.map(one));
}
