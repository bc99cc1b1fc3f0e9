import { ENTITIES, type Entity } from '../../contract/entity.ts';
import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { Choices, Finding, FindingSubject, Reason } from '../../contract/profile/proposal.ts';
import { OPERATIONS, type ApiProfile, type OperationName } from '../../contract/profile/schema.ts';
import { buildGet, buildList, sampleRows, type BuiltOperation } from './build-operation.ts';
import type { Collection, SourceRequest } from './collection.ts';
import { findAuth } from './find-auth.ts';
import { commonOrigin, findBase, type FoundBase, type Located } from './find-base.ts';
import { chosenCandidate, findCandidates, type Candidate } from './find-candidates.ts';
import { findFields } from './find-fields.ts';
import { chosenRefresh, findRefresh, type FoundRefresh } from './find-refresh.ts';
import { findVersion, newerFirst } from './find-version.ts';
import { itemBeside, usualEnvelope } from './guess-envelope.ts';
import { pickOperations, type Pick } from './pick-operations.ts';
import { collectionProfileId } from './profile-id.ts';
import { relativePath } from './relative-path.ts';
import { shownText } from './text.ts';

type Picks = Map<OperationName, Pick[]>;
/** An operation where it is documented. */
type Placed = { readonly name: OperationName; readonly pick: Pick; readonly prefix: string; readonly built: BuiltOperation };

/** What the person chose for a subject: a request, `none`, or nothing said. */
function choiceOf(choices: Choices, about: FindingSubject, requests: readonly SourceRequest[]): SourceRequest | 'none' | undefined {
  const choice = Object.hasOwn(choices, about) ? choices[about] : undefined;
  return choice === undefined ? undefined : choice === null ? 'none' : (requests[choice] ?? 'none');
}

function pick(requests: readonly SourceRequest[], choices: Choices): Picks {
  const candidates = findCandidates(requests);
  const chosenBase = choiceOf(choices, 'baseUrl', requests);
  const origin = (typeof chosenBase === 'object' ? chosenBase.origin : null) ?? commonOrigin(candidates.map(({ request }) => request));
  const weighed = candidates.map((one): Candidate => (one.request.origin === null || one.request.origin === origin ? one : { ...one, score: one.score - 4, elsewhere: true }));
  const picks = pickOperations(weighed);
  for (const operation of OPERATIONS) {
    const choice = choiceOf(choices, operation, requests);
    if (choice === undefined) continue;
    const candidate = choice === 'none' ? null : chosenCandidate(choice, operation);
    if (candidate) picks.set(operation, [{ candidate, several: false }]);
    else picks.delete(operation);
  }
  return picks;
}

function refreshOf(requests: readonly SourceRequest[], choices: Choices): FoundRefresh | null {
  const choice = choiceOf(choices, 'refresh', requests);
  if (choice === undefined) return findRefresh(requests);
  return choice === 'none' ? null : chosenRefresh(choice);
}

function locate(picks: Picks, refresh: FoundRefresh | null): Located[] {
  const operations = [...picks.values()].flat().map(({ candidate: { request, version, place } }) => ({ request, head: version.at >= 0 ? version.at : Math.max(place.at, 0) }));
  if (!refresh) return operations;
  const { segments } = refresh.request;
  const version = findVersion(refresh.request, segments.length);
  return [...operations, { request: refresh.request, head: version.at >= 0 ? version.at : Math.max(segments.length - 1, 0) }];
}

function place(picks: Picks, base: FoundBase, located: readonly Located[]): Placed[] {
  const envelope = usualEnvelope([...picks.values()].flat().map(({ candidate }) => candidate));
  return [...picks].flatMap(([name, found]) => found.flatMap((one): Placed[] => {
    const { candidate, several } = one;
    const at = relativePath(candidate.request, { idAt: candidate.place.idAt, versionAt: candidate.version.at }, base, located);
    if (!at) return [];
    if (candidate.kind === 'list') return [{ name, pick: one, prefix: at.prefix, built: buildList(candidate, several, at.path, envelope) }];
    if (!at.path.includes('{id}')) return [];
    const beside = picks.get(`${candidate.entity}.list`)?.find(({ candidate: list }) => list.version.name === candidate.version.name)?.candidate;
    return [{ name, pick: one, prefix: at.prefix, built: buildGet(candidate, several, at.path, itemBeside(beside ? sampleRows(beside) : null, candidate.entity, envelope)) }];
  }));
}

/** Versions, newest first; those of one number at two prefixes stay apart. */
function versionsOf(placed: readonly Placed[]): ApiProfile['versions'] {
  const versions: { number: string; prefix: string; operations: ApiProfile['versions'][number]['operations'] }[] = [];
  for (const { name, pick: { candidate }, prefix, built } of placed) {
    const number = candidate.version.name;
    const held = versions.find((one) => one.number === number && one.prefix === prefix);
    if (held) held.operations[name] = built.operation;
    else versions.push({ number, prefix, operations: { [name]: built.operation } });
  }
  const sorted = versions.toSorted((a, b) => newerFirst(a.number, b.number));
  if (sorted.length === 0) return [{ name: 'unversioned', prefix: '', operations: {} }];
  return sorted.map(({ number, prefix, operations }) => ({ name: number || 'unversioned', prefix, operations }));
}

function fieldsOf(placed: readonly Placed[]): { fields: ApiProfile['fields']; known: ReadonlySet<Entity> } {
  const known = new Set<Entity>();
  const fields: ApiProfile['fields'] = {};
  for (const entity of ENTITIES) {
    const rows = placed.filter(({ pick: { candidate } }) => candidate.entity === entity).flatMap(({ built }) => built.rows).slice(0, 60);
    const found = findFields(entity, rows);
    if (found.found > 0) known.add(entity);
    fields[entity] = found.fields;
  }
  return { fields, known };
}

function operationFindings(placed: readonly Placed[], known: ReadonlySet<Entity>, choices: Choices): Finding[] {
  return OPERATIONS.map((name): Finding => {
    const newest = placed.filter((one) => one.name === name).toSorted((a, b) => newerFirst(a.pick.candidate.version.name, b.pick.candidate.version.name))[0];
    if (!newest) return { about: name, confidence: 'missing', because: Object.hasOwn(choices, name) ? ['chosenByHand'] : [], request: null };
    const { pick: { candidate, several }, built } = newest;
    const because: Reason[] = [...candidate.because, ...(several ? (['severalFit'] as const) : []), ...built.because, known.has(candidate.entity) ? 'fieldsFromExample' : 'fieldsDefault'];
    return { about: name, confidence: built.confidence, because: [...new Set(because)], request: candidate.request.index };
  });
}

function refreshPart(found: FoundRefresh | null, base: FoundBase, located: readonly Located[], choices: Choices): { refresh: ApiProfile['refresh']; finding: Finding } {
  const usual = CXPRESS_1_0.refresh;
  const at = found && relativePath(found.request, { idAt: -1, versionAt: -1 }, base, located);
  if (!found || !at) return { refresh: usual, finding: { about: 'refresh', confidence: 'missing', because: Object.hasOwn(choices, 'refresh') ? ['chosenByHand', 'refreshMissing'] : ['refreshMissing'], request: null } };
  const elsewhere = found.request.origin !== null && base.origin !== null && found.request.origin !== base.origin;
  return {
    refresh: { ...usual, path: at.path, body: found.body, read: found.read },
    finding: { about: 'refresh', confidence: elsewhere ? 'low' : found.confidence, because: [...found.because], request: found.request.index },
  };
}

function baseOf(located: readonly Located[], choices: Choices, requests: readonly SourceRequest[]): FoundBase {
  const choice = choiceOf(choices, 'baseUrl', requests);
  if (choice === 'none') return { baseUrl: null, origin: null, depth: 0, finding: { about: 'baseUrl', confidence: 'missing', because: ['chosenByHand', 'baseUrlMissing'], request: null } };
  return findBase(located, choice ?? null);
}

function authOf(picks: Picks, choices: Choices, requests: readonly SourceRequest[]) {
  const choice = choiceOf(choices, 'auth', requests);
  if (choice === undefined) return findAuth([...picks.values()].flat().map(({ candidate }) => candidate.request));
  const found = findAuth(choice === 'none' ? [] : [choice]);
  return { ...found, finding: { ...found.finding, because: ['chosenByHand' as const, ...found.finding.because] } };
}

/** A profile from a collection, with what was found and how sure that is. Pure: the same input gives the same result. */
export function proposeFromCollection(collection: Collection, title: string, choices: Choices): { profile: ApiProfile; findings: Finding[] } {
  const { requests } = collection;
  const picks = pick(requests, choices);
  const refresh = refreshOf(requests, choices);
  const located = locate(picks, refresh);
  const base = baseOf(located, choices, requests);
  const placed = place(picks, base, located);
  const { fields, known } = fieldsOf(placed);
  const auth = authOf(picks, choices, requests);
  const renewal = refreshPart(refresh, base, located, choices);
  const { block, webhookEntities } = CXPRESS_1_0;
  const profile: ApiProfile = {
    schema: 1, id: collectionProfileId(title, collection), name: shownText(title, 120), origin: 'imported', baseUrl: base.baseUrl,
    auth: auth.auth, refresh: renewal.refresh, block, versions: versionsOf(placed), fields, webhookEntities,
  };
  return { profile, findings: [base.finding, auth.finding, renewal.finding, ...operationFindings(placed, known, choices)] };
}
