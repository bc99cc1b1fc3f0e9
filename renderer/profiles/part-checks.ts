import { isTokenHeader } from '../../contract/profile/header-name.ts';

/** What can be wrong with a text; its words are `screens.profiles.edit.error.<code>`. The rules are those of contract/profile/schema.ts, told beside the field. */
export type FieldError = 'path' | 'pathLength' | 'id' | 'required' | 'header' | 'prefix' | 'size' | 'firstPage' | 'address' | 'body' | 'bodyToken' | 'list' | 'long';
/** Looks at what was typed in a control. */
export type Check = (text: string) => FieldError | null;

/** Longest name of a parameter, and longest dotted place. */
const PARAM = 100;
const DOTTED = 200;

const parts = (text: string): string[] => text.split(',').map((part) => part.trim()).filter((part) => part !== '');

/** A path below the address. */
export const path: Check = (text) => (!text.trim().startsWith('/') ? 'path' : text.trim().length > 300 ? 'pathLength' : null);

/** A path with the place of an id. */
export const pathWithId: Check = (text) => path(text) ?? (text.includes('{id}') ? null : 'id');

/** A name that must be there. */
export const required: Check = (text) => (text.trim() === '' ? 'required' : text.trim().length > PARAM ? 'long' : null);

/** A place or a name that may be empty. */
export const optional: Check = (text) => (text.trim().length > DOTTED ? 'long' : null);

/** A parameter that may be empty. */
export const optionalParam: Check = (text) => (text.trim().length > PARAM ? 'long' : null);

/** A header that may carry a token. */
export const headerName: Check = (text) => (isTokenHeader(text.trim()) ? null : 'header');

/** What stands before a token in a header. */
export const headerPrefix: Check = (text) => (/^[\x20-\x7e]{0,40}$/.test(text) ? null : 'prefix');

/** Rows of a page. */
export const pageSize: Check = (text) => (/^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 1000 ? null : 'size');

/** The number of the first page. */
export const firstPage: Check = (text) => (/^\d{1,6}$/.test(text.trim()) ? null : 'firstPage');

/** A web address, or nothing. Whether it may be used is decided when somebody connects. */
export const address: Check = (text) => (text.trim() === '' || (/^https?:\/\//i.test(text.trim()) && URL.canParse(text.trim()) && text.trim().length <= 2048) ? null : 'address');

/** One name or more. */
export const names: Check = (text) => (parts(text).length === 0 ? 'list' : null);

/** Pairs, of which one holds the refresh token. */
export const bodyPairs: Check = (text) => {
  if (!parts(text).every((pair) => /^[^=\s][^=]*=/.test(pair))) return 'body';
  return text.includes('{refreshToken}') ? null : 'bodyToken';
};
