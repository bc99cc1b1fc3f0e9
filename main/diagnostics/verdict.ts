import type { Diagnostic, DiagnosticCheck } from '../../contract/diagnostics.ts';
import { DIAGNOSTIC_CODES } from './codes.ts';
import type { CodeOf, DiagnosticCode } from './codes.ts';

/** One self-test. Rejects when it cannot find out. */
export type Check = () => Promise<Diagnostic>;

/** What a check found, with the outcome that belongs to its code. */
export function verdict<C extends DiagnosticCheck>(check: C, code: CodeOf<C>, params: Diagnostic['params'] = {}): Diagnostic {
  const { outcome } = (DIAGNOSTIC_CODES[check] as Readonly<Record<string, DiagnosticCode>>)[code] as DiagnosticCode;
  return { check, outcome, code, params };
}
