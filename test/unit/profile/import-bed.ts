import type { Choices, Finding, Proposal } from '../../../contract/profile/proposal.ts';
import { proposalSchema } from '../../../contract/profile/proposal.ts';
import type { GetOperation, ListOperation, OperationName } from '../../../contract/profile/schema.ts';
import { propose } from '../../../core/profile/propose.ts';
import { readDocument } from '../../../core/profile/read-document.ts';
import { SCHEMA_21 } from '../../support/collections/parts.ts';

/** Imports a collection, text or object, and checks the proposal against its schema. */
export function imported(collection: unknown, choices?: Choices): Proposal {
  const text = typeof collection === 'string' ? collection : JSON.stringify(collection);
  return proposalSchema.parse(propose(readDocument(text, 'file.json'), choices));
}

/** A collection of these items. */
export function collectionOf(...item: unknown[]): unknown {
  return { info: { name: 'Test', schema: SCHEMA_21 }, item };
}

/** Method and path of every operation by version: `{'/v1': {'ticket.list': 'GET /tickets'}}`. */
export function paths({ profile }: Proposal): Record<string, Record<string, string>> {
  return Object.fromEntries(profile.versions.map(({ prefix, operations }) => [prefix, Object.fromEntries(Object.entries(operations).map(([name, { method, path }]) => [name, `${method} ${path}`]))]));
}

/** The list operation in the newest version that has it. */
export function listIn({ profile }: Proposal, name: OperationName): ListOperation {
  const operation = profile.versions.flatMap(({ operations }) => operations[name] ?? [])[0];
  if (!operation || !('items' in operation)) throw new Error(`${name} was not found`);
  return operation;
}

/** The get operation in the newest version that has it. */
export function getIn({ profile }: Proposal, name: OperationName): GetOperation {
  const operation = profile.versions.flatMap(({ operations }) => operations[name] ?? [])[0];
  if (!operation || !('item' in operation)) throw new Error(`${name} was not found`);
  return operation;
}

/** What was found of a subject. */
export function findingOf({ findings }: Proposal, about: Finding['about']): Finding {
  const finding = findings.find((one) => one.about === about);
  if (!finding) throw new Error(`nothing is said of ${about}`);
  return finding;
}
