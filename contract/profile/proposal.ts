import { z } from 'zod';
import { OPERATIONS, apiProfileSchema, type OperationName } from './schema.ts';

/**
 * A proposed API profile, made from a document that describes the API (a Postman collection) or read from a profile
 * file, as the import screen shows it: what was found, how sure that is, and from what it may be corrected by hand.
 */

/** How sure a finding is. `missing`: nothing fits, and the operation is left out (or the default was kept). */
export const CONFIDENCES = ['high', 'medium', 'low', 'missing'] as const;
/** One of {@link CONFIDENCES}. */
export type Confidence = (typeof CONFIDENCES)[number];

/** Why a finding is what it is; each has words in contract/locales (`profiles.because.<code>`). */
export const REASONS = [
  'nameMatches', 'pathMatches', 'folderMatches', 'exampleHasItems', 'exampleMissing', 'idInPath', 'pagingByParameters', 'pagingByExample',
  'pagingUnknown', 'filterFound', 'filterMissing', 'sortFound', 'sortMissing', 'authFound', 'authDefault', 'refreshByName', 'refreshMissing',
  'baseUrlFound', 'baseUrlMissing', 'fieldsFromExample', 'fieldsDefault', 'severalFit', 'chosenByHand', 'variableUnknown', 'mayChange',
] as const;
/** One of {@link REASONS}. */
export type Reason = (typeof REASONS)[number];

/** What a finding is about. */
export const findingSubjectSchema = z.union([z.enum(['baseUrl', 'auth', 'refresh']), z.enum(OPERATIONS as readonly [OperationName, ...OperationName[]])]);
/** See {@link findingSubjectSchema}. */
export type FindingSubject = z.infer<typeof findingSubjectSchema>;

/** A request of the document, for choosing by hand. Text comes from a foreign file: show it, never interpret it. */
export const documentRequestSchema = z.strictObject({
  index: z.number().int().min(0), folder: z.string().max(300), name: z.string().max(200), method: z.string().max(10), path: z.string().max(300), examples: z.number().int().min(0),
});
/** See {@link documentRequestSchema}. */
export type DocumentRequest = z.infer<typeof documentRequestSchema>;

/** One line of the proposal. */
export const findingSchema = z.strictObject({
  about: findingSubjectSchema,
  confidence: z.enum(CONFIDENCES),
  because: z.array(z.enum(REASONS)).max(REASONS.length),
  /** The request it was taken from; null when from none. */
  request: z.number().int().min(0).nullable(),
});
/** See {@link findingSchema}. */
export type Finding = z.infer<typeof findingSchema>;

/** The whole proposal. */
export const proposalSchema = z.strictObject({
  source: z.strictObject({ kind: z.enum(['postman-2.0', 'postman-2.1', 'profile']), fileName: z.string().max(255), title: z.string().max(200) }),
  profile: apiProfileSchema,
  findings: z.array(findingSchema),
  /** Candidates for choosing by hand; empty for a profile file. */
  requests: z.array(documentRequestSchema).max(2000),
});
/** See {@link proposalSchema}. */
export type Proposal = z.infer<typeof proposalSchema>;

/** What a person chose instead of what was proposed: the request of a subject, or null for "none of them". */
export const choicesSchema = z.partialRecord(findingSubjectSchema, z.number().int().min(0).nullable());
/** See {@link choicesSchema}. */
export type Choices = z.infer<typeof choicesSchema>;

/** A profile in the list of settings. */
export const profileEntrySchema = z.strictObject({
  id: z.string(), name: z.string(), origin: z.enum(['guess', 'imported']), active: z.boolean(),
  /** Comes with the app and cannot be removed. */
  builtIn: z.boolean(),
  /** Operations it does not have. */
  missing: z.array(z.enum(OPERATIONS as readonly [OperationName, ...OperationName[]])),
});
/** See {@link profileEntrySchema}. */
export type ProfileEntry = z.infer<typeof profileEntrySchema>;
