/** A new API token younger than this that is refused is not refused for its age: another refresh would not help. */
const TOO_YOUNG_MS = 10_000;
/** The least age once a refresh has not helped, in milliseconds; doubled for each further one up to the longest. */
const FIRST_MS = 5 * 60_000;
const LONGEST_MS = 40 * 60_000;

/**
 * How old a token out of a refresh must be before its refusal leads to another refresh. A resource that answers 401 to every
 * token would else cost a refresh at each poll.
 */
export interface RefusalPatience {
  /** Whether a refused token of this age may be renewed; then that renewal counts as one more that did not help. */
  allows(ageMs: number): boolean;
  /** A new token is there. */
  renewed(): void;
  /** Another pair, or none. */
  over(): void;
}

/** Makes a {@link RefusalPatience}. A token that nobody refused in its whole life ends it. */
export function createRefusalPatience(): RefusalPatience {
  let unhelpful = 0;
  let refused = false;
  const least = (): number => (unhelpful === 0 ? TOO_YOUNG_MS : Math.min(FIRST_MS * 2 ** (unhelpful - 1), LONGEST_MS));
  return {
    allows(ageMs) {
      refused = true;
      if (ageMs < least()) return false;
      unhelpful += 1;
      return true;
    },
    renewed() {
      if (!refused) unhelpful = 0;
      refused = false;
    },
    over() {
      unhelpful = 0;
      refused = false;
    },
  };
}
