/**
 * What the public documentation states as fact, in one place.
 * Source: Cxpress API docs (2025-06-13), "Structure" §3 and "Token Validity and Management".
 */

/** Requests one IP address may send in any window of {@link RATE_WINDOW_MS}. */
export const REQUESTS_PER_WINDOW = 300;
/** Length of the window the server counts over, in milliseconds. */
export const RATE_WINDOW_MS = 60_000;
/** How long the server blocks the address after the limit is exceeded, in milliseconds. */
export const BLOCK_MS = 10 * 60_000;
/** Life of an API token, in milliseconds. */
export const API_TOKEN_LIFE_MS = 60 * 60_000;
/** Life of a refresh token, in milliseconds (168 hours). */
export const REFRESH_TOKEN_LIFE_MS = 168 * 60 * 60_000;
