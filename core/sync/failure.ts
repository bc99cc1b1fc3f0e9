import type { AppError, ErrorCode } from '../../contract/result.ts';
import { EngineError } from '../engine-error.ts';

/**
 * What a failed reading means. `session`: no token can be had, stop. `blocked`: wait for the deadline. `network`:
 * nothing comes through. `permission`: this entity may not be read. `entity`: this entity alone may be affected.
 * `engine`: our own side (the store) failed.
 */
export type FailureKind = 'session' | 'blocked' | 'network' | 'permission' | 'entity' | 'engine';

const KINDS: Partial<Record<ErrorCode, FailureKind>> = {
  signedOut: 'session',
  refreshTokenRejected: 'session',
  blocked: 'blocked',
  offline: 'network',
  unreachable: 'network',
  proxyRefused: 'network',
  tls: 'network',
  redirected: 'network',
  notJson: 'network',
  apiTokenRejected: 'network',
  permissionMissing: 'permission',
  notFound: 'entity',
  wrongShape: 'entity',
  tooLarge: 'entity',
  serverError: 'entity',
};

/** See {@link FailureKind}. Whatever is not an EngineError is our own side's. */
export function failureKind(error: unknown): FailureKind {
  return error instanceof EngineError ? (KINDS[error.code] ?? 'engine') : 'engine';
}

/** As screens get it. */
export function appErrorOf(error: unknown): AppError {
  return error instanceof EngineError ? error.toAppError() : { code: 'internal' };
}
