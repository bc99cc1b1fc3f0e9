import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { Choices, DocumentRequest, Finding, Proposal } from '../../contract/profile/proposal.ts';
import { apiProfileSchema, OPERATIONS, type ApiProfile } from '../../contract/profile/schema.ts';
import { changes, lastWords } from './changing-call.ts';
import { missingOperations } from './check-profile.ts';
import type { SourceRequest } from './collection.ts';
import { NAME_LIMIT } from './limits.ts';
import { templateOf } from './path-template.ts';
import { copiedProfileId } from './profile-id.ts';
import { proposeFromCollection } from './propose-collection.ts';
import type { ReadDocument } from './read-document.ts';
import { refused } from './refused.ts';
import { shownText } from './text.ts';

const FILE_NAME_LIMIT = 255;
const LINE_LIMIT = 300;

function documentRequest({ index, folders, name, method, segments, examples }: SourceRequest): DocumentRequest {
  return { index, folder: shownText(folders.join(' / '), LINE_LIMIT), name, method, path: shownText(templateOf(segments, -1), LINE_LIMIT), examples: examples.length };
}

/** Calls of a profile from a file that may change something. Throws EngineError `fileRefused` when one surely does: it would be sent again and again. */
function doubtfulCalls({ versions }: ApiProfile): Finding[] {
  const doubts = OPERATIONS.filter((name) => versions.some(({ operations }) => {
    const operation = operations[name];
    const said = operation ? changes(operation.method, [], lastWords(operation.path)) : 'no';
    if (said === 'surely') throw refused('changingCall');
    return said === 'perhaps';
  }));
  return doubts.map((about) => ({ about, confidence: 'low', because: ['mayChange'], request: null }));
}

/** What a profile from a file lacks. */
function profileFindings(profile: ApiProfile): Finding[] {
  const address: Finding[] = profile.baseUrl === null ? [{ about: 'baseUrl', confidence: 'missing', because: ['baseUrlMissing'], request: null }] : [];
  return [...address, ...doubtfulCalls(profile), ...missingOperations(profile).map((about): Finding => ({ about, confidence: 'missing', because: [], request: null }))];
}

/**
 * Proposes a profile from a read document, as contract/profile/proposal.ts describes it: what fits each operation, how
 * sure that is and why. `choices` hold what a person decided instead. A profile file is proposed as it is, under another
 * id when it carries that of the profile that comes with the app; EngineError `fileRefused` is thrown for one whose calls
 * change something. Pure and deterministic; time is bounded by the limits
 * of readDocument.
 */
export function propose(document: ReadDocument, choices: Choices = {}): Proposal {
  const fileName = shownText(document.fileName, FILE_NAME_LIMIT);
  if (document.kind === 'profile') {
    const { profile } = document;
    const copied = profile.id === CXPRESS_1_0.id ? { ...profile, id: copiedProfileId(profile.id, JSON.stringify(profile)) } : profile;
    return { source: { kind: 'profile', fileName, title: shownText(profile.name, NAME_LIMIT) }, profile: copied, findings: profileFindings(copied), requests: [] };
  }
  const { collection } = document;
  const title = collection.title || shownText(fileName.replace(/\.json$/i, ''), NAME_LIMIT);
  const { profile, findings } = proposeFromCollection(collection, title, choices);
  return { source: { kind: collection.format, fileName, title }, profile: apiProfileSchema.parse(profile), findings, requests: collection.requests.map(documentRequest) };
}
