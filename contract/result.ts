import { z } from 'zod';

/**
 * Every way a call can fail that a person is told about. Each has a sentence and a next step
 * in contract/locales (`errors.<code>.what`, `errors.<code>.next`).
 */
export const ERROR_CODES = [
  'addressInvalid', 'addressInsecure', 'unreachable', 'tls', 'redirected', 'notJson', 'tooLarge', 'serverError', 'wrongShape',
  'apiTokenRejected', 'refreshTokenRejected', 'signedOut', 'permissionMissing', 'notFound', 'blocked', 'offline',
  'tokenEmpty', 'tokensIdentical', 'storageUnavailable', 'fileUnreadable', 'fileTooLarge', 'fileNotCollection', 'fileRefused', 'fileNotWritten', 'profileIncomplete', 'profileUnknown', 'profileInUse', 'hotkeyTaken', 'hotkeyInvalid', 'proxyInvalid', 'proxyRefused', 'loginItemFailed', 'listenerFailed', 'invalidRequest', 'untrustedSender', 'internal',
] as const;
/** One of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error as screens get it: a code and plain values for its sentence; never free text from a server, never a secret. */
export const appErrorSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
/** See {@link appErrorSchema}. */
export type AppError = z.infer<typeof appErrorSchema>;

/** The outcome of a call: a value or an {@link AppError}; nothing is thrown across a boundary. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** Wraps a value. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps an error code, with values for its sentence. */
export function fail(code: ErrorCode, params?: AppError['params']): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: params ? { code, params } : { code } };
}
