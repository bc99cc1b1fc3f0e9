import type { Refusal } from '../../contract/profile/refusal.ts';
import { EngineError } from '../engine-error.ts';

/** The error `fileRefused` with its reason as a code: windows put it into words, in their language. */
export function refused(reason: Refusal): EngineError {
  return new EngineError('fileRefused', { params: { reason } });
}
