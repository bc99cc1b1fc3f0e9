import type { Diagnostic } from '../../contract/diagnostics.ts';

/** All self-tests in one word: the worst of them; what nobody can tell does not count. */
export function verdictOf(checks: readonly Diagnostic[]): 'bad' | 'warn' | 'good' {
  if (checks.some(({ outcome }) => outcome === 'bad')) return 'bad';
  return checks.some(({ outcome }) => outcome === 'warn') ? 'warn' : 'good';
}
