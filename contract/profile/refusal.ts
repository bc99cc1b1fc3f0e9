/** Why a file was refused, as `params.reason` of `fileRefused`; the words are in contract/locales (`screens.error.refusal.<code>`). */
export const REFUSALS = ['tooDeep', 'oldFormat', 'foldersTooDeep', 'tooManyRequests', 'unsafeNames', 'profileParts', 'newerProfile', 'changingCall', 'notSettings', 'notRules', 'tooManyRules'] as const;
/** One of {@link REFUSALS}. */
export type Refusal = (typeof REFUSALS)[number];
