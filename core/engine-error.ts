import type { AppError, ErrorCode } from '../contract/result.ts';

/**
 * An expected failure inside the engine. Carries the code a person is told, never server text or a secret.
 * `retry` says whether waiting can help.
 */
export class EngineError extends Error {
  readonly code: ErrorCode;
  readonly params: AppError['params'];
  readonly retry: boolean;

  constructor(code: ErrorCode, options: { params?: AppError['params']; retry?: boolean; cause?: unknown } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'EngineError';
    this.code = code;
    this.params = options.params;
    this.retry = options.retry ?? false;
  }

  /** As screens get it. */
  toAppError(): AppError {
    return this.params ? { code: this.code, params: this.params } : { code: this.code };
  }
}
