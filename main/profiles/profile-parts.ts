import { ENTITIES } from '../../contract/entity.ts';
import type { Entity } from '../../contract/entity.ts';
import type { FindingSubject } from '../../contract/profile/proposal.ts';
import { OPERATIONS } from '../../contract/profile/schema.ts';
import type { ApiProfile, OperationName } from '../../contract/profile/schema.ts';

/** What of a profile can be corrected by itself: the subjects of findings, and the field candidates of an entity. */
export type ProfilePart = FindingSubject | `fields.${Entity}`;

/** Every part. */
export const PROFILE_PARTS: readonly ProfilePart[] = ['baseUrl', 'auth', 'refresh', ...OPERATIONS, ...ENTITIES.map((entity) => `fields.${entity}` as const)];

function isOperation(part: ProfilePart): part is OperationName {
  return (OPERATIONS as readonly string[]).includes(part);
}

function entityOfFields(part: ProfilePart): Entity | null {
  return ENTITIES.find((entity) => part === `fields.${entity}`) ?? null;
}

/** A part's value. An operation comes from the newest version that has it; undefined when none does. */
export function partOf(profile: ApiProfile, part: ProfilePart): unknown {
  if (isOperation(part)) return profile.versions.find(({ operations }) => operations[part])?.operations[part];
  const entity = entityOfFields(part);
  return entity ? profile.fields[entity] : profile[part as 'baseUrl' | 'auth' | 'refresh'];
}

/** The profile with another value in one part. An operation replaces the newest one there is, or joins the newest version; undefined takes it out everywhere. */
export function withPart(profile: ApiProfile, part: ProfilePart, value: unknown): ApiProfile {
  const entity = entityOfFields(part);
  if (entity) return { ...profile, fields: { ...profile.fields, [entity]: value } };
  if (!isOperation(part)) return { ...profile, [part]: value };
  const place = Math.max(0, profile.versions.findIndex(({ operations }) => operations[part]));
  const versions = profile.versions.map((version, index) => {
    const { [part]: former, ...others } = version.operations;
    if (value === undefined) return { ...version, operations: others };
    return { ...version, operations: index === place ? { ...others, [part]: value } : former ? { ...others, [part]: former } : others };
  });
  return { ...profile, versions };
}

/** The parts in which two profiles differ. */
export function changedParts(before: ApiProfile, after: ApiProfile): ProfilePart[] {
  return PROFILE_PARTS.filter((part) => JSON.stringify(partOf(before, part)) !== JSON.stringify(partOf(after, part)));
}
