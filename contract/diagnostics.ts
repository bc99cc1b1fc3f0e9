import { z } from 'zod';

/** Self-tests, in the order they are shown. */
export const DIAGNOSTIC_CHECKS = ['storage', 'keyring', 'session', 'network', 'clock', 'notifications', 'tray', 'hotkey', 'webhook', 'quarantine', 'diskSpace'] as const;
/** One of {@link DIAGNOSTIC_CHECKS}. */
export type DiagnosticCheck = (typeof DIAGNOSTIC_CHECKS)[number];

/**
 * One self-test's outcome. `unknown`: this system gives no answer. `code` chooses the sentence
 * (`screens.diagnostics.<check>.<code>`), `params` fill it; no field holds customer data or tokens.
 */
export const diagnosticSchema = z.strictObject({
  check: z.enum(DIAGNOSTIC_CHECKS),
  outcome: z.enum(['good', 'warn', 'bad', 'unknown']),
  code: z.string().regex(/^[a-zA-Z]{1,40}$/),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** See {@link diagnosticSchema}. */
export type Diagnostic = z.infer<typeof diagnosticSchema>;
