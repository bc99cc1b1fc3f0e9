/** Bounds of a foreign file. Real collections stay far below; what is beyond them is refused or cut, never worked through. */
export const FILE_LIMIT_MEGABYTES = 8;
export const FILE_LIMIT_BYTES = FILE_LIMIT_MEGABYTES * 1024 * 1024;
/** Requests a collection may hold. */
export const REQUEST_LIMIT = 2000;
/** Folders within folders. */
export const FOLDER_DEPTH_LIMIT = 30;
/** Entries read of any one list (variables, headers, parameters, body fields). */
export const LIST_LIMIT = 200;
/** Saved examples kept of one request, and the longest body of one, in UTF-16 units. */
export const EXAMPLE_LIMIT = 8;
export const EXAMPLE_BODY_LIMIT = 1024 * 1024;
/** Longest address, and longest text of a name, in UTF-16 units. */
export const ADDRESS_LIMIT = 2048;
export const NAME_LIMIT = 200;
/** Objects looked at when searching one example. */
export const SEARCH_LIMIT = 2000;
