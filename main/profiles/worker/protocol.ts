import type { Choices, Proposal } from '../../../contract/profile/proposal.ts';
import type { AppError } from '../../../contract/result.ts';

/** What is asked of the thread, one at a time: first to read a file, then to propose again with other choices. */
export type ProposeRequest =
  | { readonly do: 'read'; readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly do: 'propose'; readonly choices: Choices };

/** Its answer, exactly one for each request. */
export type ProposeReply = { readonly ok: true; readonly proposal: Proposal } | { readonly ok: false; readonly error: AppError };
