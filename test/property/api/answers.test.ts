import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../contract/result.ts';
import { parseJson } from '../../../core/api/parse-json.ts';
import { EngineError } from '../../../core/engine-error.ts';
import { CANARY, clientBed, expectNoToken, FIRST_PAGE } from '../../unit/api/client-bed.ts';

const NO_BODY = new Set([204, 205, 304]);
const fragment = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '"data"', 'null', '1e999', '-0', '\\u', '\ufeff', '\ud800', '123456789012345678901', '__proto__', '<html>', CANARY, 'blocked');
const body = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.json(),
  fc.json().map((json) => `{"data":[${json},{"id":${json}}],"meta":${json}}`),
  fc.jsonValue().map((value) => JSON.stringify({ data: value })),
  fc.integer({ min: 1, max: 5000 }).map((levels) => `{"data":${'['.repeat(levels)}${']'.repeat(levels)}}`),
);
const bytes = fc.oneof({ weight: 4, arbitrary: body.map((text) => new TextEncoder().encode(text)) }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) });
const status = fc.oneof(fc.constantFrom(200, 200, 201, 204, 301, 400, 401, 403, 404, 410, 429, 500, 503), fc.integer({ min: 200, max: 599 }));
const headers = fc.record(
  {
    'content-type': fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/html', 'text/plain', '', 'APPLICATION/PROBLEM+JSON'),
    date: fc.oneof(fc.constantFrom('Mon, 05 Jan 2026 12:00:00 GMT', 'never', ''), fc.integer().map(String)),
    'retry-after': fc.oneof(fc.constantFrom('120', 'soon', '', '-1', '1e9'), fc.integer().map(String)),
  },
  { requiredKeys: [] },
);

/** Runs both kinds of call; each must succeed or fail with a known code, without the token, and end every slot once. */
async function check(fetch: () => Promise<Response>): Promise<void> {
  const { client, governor } = clientBed({ fetch });
  const calls = [() => client.list('ticket', FIRST_PAGE), () => client.get('ticket', 'x', { lane: 'open' })];
  for (const call of calls) {
    const outcome: unknown = await call().catch((error: unknown) => error);
    if (outcome instanceof Error) {
      expect(outcome).toBeInstanceOf(EngineError);
      expect(ERROR_CODES).toContain((outcome as EngineError).code);
      expectNoToken(outcome);
    }
  }
  expect(governor.ends).toHaveLength(governor.lanes.length);
}

describe('whatever a server answers', () => {
  it('is rows or an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, status, headers, (content, code, head) =>
        check(async () => new Response(NO_BODY.has(code) ? null : content, { status: code, headers: head as Record<string, string> })),
      ),
      { numRuns: 600 },
    );
  });

  it('and however fetch fails, it is an error of ours', async () => {
    const cause = fc.oneof(fc.anything(), fc.string().map((text) => new Error(`${CANARY} ${text}`)));
    const failure = fc.oneof(fc.anything(), cause.map((inner) => new TypeError(`Bearer ${CANARY}-0 is no header`, { cause: inner })));
    await fc.assert(
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a fetch may reject with anything
      fc.asyncProperty(failure, (reason) => check(() => Promise.reject(reason))),
      { numRuns: 200 },
    );
  });
});

describe('parseJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 10 }), (text) => {
        // Integers beyond a double are kept as text on purpose.
        fc.pre(!/\d{16,}/.test(text));
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('keeps every long integer digit by digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 10n ** 40n }), fc.boolean(), (size, negative) => {
        const digits = String(negative ? -size : size);
        expect(parseJson(`{"id":${digits}}`)).toEqual({ id: digits });
      }),
    );
  });

  it('reads 64 levels and refuses more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.boolean(), (levels, objects) => {
        const text = objects ? `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}` : `${'['.repeat(levels)}${']'.repeat(levels)}`;
        if (levels <= 64) expect(parseJson(text)).toEqual(JSON.parse(text));
        else expect(() => parseJson(text)).toThrow(SyntaxError);
      }),
    );
  });
});
