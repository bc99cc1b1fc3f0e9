import type { ApiProfile } from '../../contract/profile/schema.ts';
import { parseJson } from '../api/parse-json.ts';
import { isObject } from '../api/read-path.ts';
import { EngineError } from '../engine-error.ts';
import type { Collection } from './collection.ts';
import { FILE_LIMIT_BYTES, FILE_LIMIT_MEGABYTES } from './limits.ts';
import { member } from './json.ts';
import { readCollection } from './read-collection.ts';
import { PROFILE_FILE_KIND, readProfileFile } from './read-profile-file.ts';
import { refused } from './refused.ts';

/** A file, read: a Postman collection or a profile of this app. */
export type ReadDocument =
  | { readonly kind: 'collection'; readonly collection: Collection; readonly fileName: string }
  | { readonly kind: 'profile'; readonly profile: ApiProfile; readonly fileName: string };

function isTooLarge(text: string): boolean {
  return text.length > FILE_LIMIT_BYTES || new TextEncoder().encode(text).byteLength > FILE_LIMIT_BYTES;
}

function parsed(text: string): unknown {
  try {
    return parseJson(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    if (error instanceof SyntaxError && error.message === 'nested too deeply') throw refused('tooDeep');
    throw new EngineError('fileNotCollection');
  }
}

/**
 * Reads the text of a chosen file. Throws EngineError `fileTooLarge` (more than 8 MB, before anything is parsed),
 * `fileNotCollection`, or `fileRefused` with a reason of contract/profile/refusal.ts; no text of the file is in any of them.
 */
export function readDocument(text: string, fileName: string): ReadDocument {
  if (isTooLarge(text)) throw new EngineError('fileTooLarge', { params: { megabytes: FILE_LIMIT_MEGABYTES } });
  const json = parsed(text);
  if (!isObject(json)) throw new EngineError('fileNotCollection');
  if (member(json, 'kind') === PROFILE_FILE_KIND) return { kind: 'profile', profile: readProfileFile(member(json, 'profile')), fileName };
  // Postman's own API hands a collection out in an envelope.
  const inner = member(json, 'collection');
  return { kind: 'collection', collection: readCollection(isObject(inner) && member(json, 'item') === undefined ? inner : json), fileName };
}
