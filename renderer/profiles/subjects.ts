import type { Entity } from '../../contract/entity.ts';
import type { Finding, FindingSubject } from '../../contract/profile/proposal.ts';
import type { ApiProfile, GetOperation, ListOperation, OperationName } from '../../contract/profile/schema.ts';

/** The seven entities in the order of the page. */
export const ENTITY_ORDER = ['ticket', 'task', 'consumer', 'department', 'ticketTag', 'consumerTag', 'customField'] as const satisfies readonly Entity[];

/** A line of the page: what a finding is about, or the field names of an entity. */
export type Line = FindingSubject | `${Entity}.fields`;
/** Where a line's words are: `screens.profiles.table.lines.<kind>`. */
export type LineKind = 'baseUrl' | 'auth' | 'refresh' | 'list' | 'get' | 'fields';

/** Lines under their headings; null heads what belongs to no entity. */
export const LINE_GROUPS: readonly { readonly entity: Entity | null; readonly lines: readonly Line[] }[] = [
  { entity: null, lines: ['baseUrl', 'auth', 'refresh'] },
  ...ENTITY_ORDER.map((entity) => ({ entity, lines: [`${entity}.list`, `${entity}.get`, `${entity}.fields`] as const })),
];

/** What a line is about. */
export function kindOf(line: Line): LineKind {
  return (line.includes('.') ? line.split('.')[1] : line) as LineKind;
}

/** The entity a line belongs to; null for the connection's. */
export function entityOf(line: Line): Entity | null {
  return line.includes('.') ? (line.split('.')[0] as Entity) : null;
}

/** An operation from the newest version that has it. */
export function operationOf(profile: ApiProfile, name: OperationName): ListOperation | GetOperation | null {
  return profile.versions.find(({ operations }) => operations[name])?.operations[name] ?? null;
}

/** All that a line is about, in every version. */
export function partOf(profile: ApiProfile, line: Line): unknown {
  if (line === 'baseUrl' || line === 'auth' || line === 'refresh') return profile[line];
  if (kindOf(line) === 'fields') return profile.fields[entityOf(line) as Entity];
  return profile.versions.map(({ operations }) => operations[line as OperationName] ?? null);
}

/** The profile with another operation: in place of the newest one there is, else in the newest version. */
export function withOperation(profile: ApiProfile, name: OperationName, operation: ListOperation | GetOperation): ApiProfile {
  const place = Math.max(0, profile.versions.findIndex(({ operations }) => operations[name]));
  return { ...profile, versions: profile.versions.map((version, index) => (index === place ? { ...version, operations: { ...version.operations, [name]: operation } } : version)) };
}

/** What was found, on one line, as it is written in requests; null when nothing was. */
export function foundText(profile: ApiProfile, line: Line): string | null {
  if (line === 'baseUrl') return profile.baseUrl;
  if (line === 'auth') return profile.auth.in === 'header' ? `${profile.auth.header}: ${profile.auth.prefix}…` : `?${profile.auth.param}=…`;
  if (line === 'refresh') return `${profile.refresh.method} ${profile.refresh.path}`;
  if (kindOf(line) === 'fields') return Object.values(profile.fields[entityOf(line) as Entity] ?? {}).map(([first]) => first ?? '').join(', ') || null;
  const version = profile.versions.find(({ operations }) => operations[line as OperationName]);
  const operation = version?.operations[line as OperationName];
  return operation ? `${operation.method} ${version.prefix}${operation.path}` : null;
}

/** Whether a profile's renewal sends the refresh token at all. */
function renews(profile: ApiProfile): boolean {
  return Object.values(profile.refresh.body).some((value) => value.includes('{refreshToken}'));
}

/** What is missing, worst first: the app cannot work (the rule of core/profile/check-profile.ts), the session may not be renewed, some operations are left out. */
export function verdictOf(findings: readonly Finding[], profile: ApiProfile): { readonly kind: 'complete' | 'unusable' | 'unrenewable' | 'refresh' | 'missing'; readonly missing: readonly OperationName[] } {
  const missing = ENTITY_ORDER.flatMap((entity) => [`${entity}.list`, `${entity}.get`] as const).filter((name) => operationOf(profile, name) === null);
  if (missing.includes('ticket.list') && missing.includes('task.list')) return { kind: 'unusable', missing };
  if (!renews(profile)) return { kind: 'unrenewable', missing };
  if (findings.some(({ about, confidence }) => about === 'refresh' && confidence === 'missing')) return { kind: 'refresh', missing };
  return { kind: missing.length > 0 ? 'missing' : 'complete', missing };
}
