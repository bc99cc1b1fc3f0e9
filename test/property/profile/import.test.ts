import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesSchema, proposalSchema } from '../../../contract/profile/proposal.ts';
import { apiProfileSchema, OPERATIONS } from '../../../contract/profile/schema.ts';
import { EngineError } from '../../../core/engine-error.ts';
import { propose } from '../../../core/profile/propose.ts';
import { readDocument, type ReadDocument } from '../../../core/profile/read-document.ts';
import { writeProfileFile } from '../../../core/profile/write-profile-file.ts';
import { looseCollection, mutatedCollection } from '../../support/collections/arbitrary.ts';
import { ENGLISH, ENGLISH_SECRET } from '../../support/collections/english.ts';

const EXPECTED = new Set(['fileTooLarge', 'fileNotCollection', 'fileRefused']);
const choices = fc.dictionary(fc.constantFrom('baseUrl', 'auth', 'refresh', ...OPERATIONS), fc.option(fc.nat({ max: 30 })), { maxKeys: 5, noNullPrototype: true });

/** The names an object has without any of its own: what a polluted prototype would add to. */
function prototypeNames(): string[] {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype].flatMap((one) => Object.getOwnPropertyNames(one)).sort();
}
const CLEAN = prototypeNames();

/** Reads a text: a document, or null for one of the three expected errors. */
function read(text: string): ReadDocument | null {
  try {
    return readDocument(text, 'f.json');
  } catch (error) {
    if (error instanceof EngineError && EXPECTED.has(error.code)) return null;
    throw error;
  }
}

/** What holds for every file. */
function holds(text: string, chosen: unknown): void {
  const document = read(text);
  expect(prototypeNames()).toEqual(CLEAN);
  if (!document) return;
  const picked = choicesSchema.parse(chosen);
  const proposal = propose(document, picked);
  expect(proposalSchema.parse(proposal)).toEqual(proposal);
  expect(propose(document, picked)).toEqual(proposal);
  expect(prototypeNames()).toEqual(CLEAN);
  const { profile } = proposal;
  if (profile.baseUrl !== null) expect(profile.baseUrl).toMatch(/^(?:https:\/\/|http:\/\/(?:localhost|127\.|\[::1\]))/);
  const paths = [profile.refresh.path, ...profile.versions.flatMap(({ prefix, operations }) => Object.values(operations).map(({ path }) => `${prefix}${path}`))];
  for (const path of paths) {
    expect(new URL(`https://api.example${path}`).origin).toBe('https://api.example');
    expect(decodeURI(path.replace(/%(?![0-9a-f]{2})/gi, '')).split('/')).not.toContain('..');
  }
  for (const { operations } of profile.versions) {
    for (const [name, operation] of Object.entries(operations)) expect('items' in operation).toBe(name.endsWith('.list'));
  }
  const again = readDocument(writeProfileFile(profile), 'p.json');
  expect(again).toEqual({ kind: 'profile', profile, fileName: 'p.json' });
}

describe('whatever the file holds', () => {
  it('any text is refused', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), choices, holds), { numRuns: 500 });
  });

  it('any JSON is refused, or proposed within the schema', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 8 }), choices, holds), { numRuns: 1000 });
    fc.assert(fc.property(fc.anything().map((value) => JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? ''), choices, holds), { numRuns: 1000 });
  });

  it('collections with wrong things in any place are read as far as they go', () => {
    fc.assert(fc.property(mutatedCollection.map((value) => JSON.stringify(value) ?? ''), choices, holds), { numRuns: 400 });
  });

  it('what only looks like a collection does no harm', () => {
    fc.assert(fc.property(looseCollection.map((value) => JSON.stringify(value)), choices, holds), { numRuns: 400 });
  });

  it('a cut or flipped file is refused or read', () => {
    const text = JSON.stringify(ENGLISH);
    fc.assert(fc.property(fc.nat({ max: text.length - 1 }), fc.constantFrom('', '"', '{', ']', '\\', '\u0000', '9'), fc.boolean(), (at, char, cut) => holds(cut ? text.slice(0, at) : `${text.slice(0, at)}${char}${text.slice(at + 1)}`, {})), { numRuns: 600 });
  });
});

describe('secrets', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9]{8}[0-9][a-z][A-Za-z0-9_-]{20,40}$/);

  it('of every place a collection keeps them in are never in a proposal', () => {
    fc.assert(
      fc.property(secret, choices, (token, chosen) => {
        const text = JSON.stringify(ENGLISH).replaceAll(ENGLISH_SECRET, token).replace('/tickets?page=1', `/tickets?page=1&api_key=${token}&include=${token}`).replace('/customers/42', `/customers/${token}`);
        const proposal = propose(readDocument(text, 'f.json'), choicesSchema.parse(chosen));
        expect(JSON.stringify(proposal)).not.toContain(token);
      }),
      { numRuns: 200 },
    );
  });
});

describe('bounds', () => {
  it('names, addresses and answers made to be slow are worked through', () => {
    const slow = (count: number): string => {
      const nested = Array.from({ length: count }, (_, at) => `{"key":"v${at}","value":"{{v${at + 1}}}{{v${at + 1}}}{{v${at + 1}}}"}`).join(',');
      const item = (at: number): string => `{"name":"${'List ticket '.repeat(20)}${at}","request":{"method":"GET","url":"{{v0}}/${'a-'.repeat(400)}${'{{'.repeat(200)}/tickets?${'x=1&'.repeat(100)}"},"response":[{"body":${JSON.stringify(JSON.stringify(Object.fromEntries(Array.from({ length: 100 }, (_, key) => [`k${key}`, [{ [`n${at}`]: {} }]]))))}}]}`;
      return `{"info":{"name":"${'a'.repeat(2000)}","schema":"v2.1.0"},"variable":[${nested}],"item":[${Array.from({ length: count }, (_, at) => item(at)).join(',')}]}`;
    };
    const proposal = propose(readDocument(slow(1500), 'f.json'));
    expect(proposal.requests).toHaveLength(1500);
    expect(apiProfileSchema.safeParse(proposal.profile).success).toBe(true);
  });
});
