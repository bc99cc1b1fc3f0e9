import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextLink } from '../../../core/api/link-header.ts';
import type { Fetch } from '../../../core/api/port.ts';
import { EngineError } from '../../../core/engine-error.ts';
import { CANARY, clientBed, expectNoToken, FIRST_PAGE } from '../../unit/api/client-bed.ts';
import { BASE, profileOf } from './paged-server.ts';

const part = fc.constantFrom(
  '<', '>', ';', ',', '"', '\\', '=', ' ', '\t', 'rel', 'next', 'rel=next', 'rel="next"', '; rel="prev next"', 'anchor=x', 'title="', '\\"', '<?p=2>; rel="next"',
  'https://', 'http://', '//', '/\\', 'https:', 'api.example.test', 'elsewhere.test', '@', ':', ':8443', 'user:word@', '/hub', '/hub/', '/v1/tickets', '..', '/../', '%2e%2e/', '..%2f', '%5c', '%00', '?', '#', '&', 'after=1', 'key=', `key=${CANARY}-0`,
  'javascript:', 'data:', 'blob:', '\u00e9', '\u00a0', '[', ']', '.', '\\\\',
);
const target = fc.oneof(fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')), fc.webUrl(), fc.string({ unit: 'binary', maxLength: 30 }));
const header = fc.oneof(fc.array(part, { maxLength: 14 }).map((parts) => parts.join('')), target.map((text) => `<${text}>; rel="next"`));

/** A first page that names the next one, and whatever is asked for after it. */
async function follow(style: 'link' | 'header', next: string): Promise<string[]> {
  const urls: string[] = [];
  const fetch: Fetch = async (url) => {
    urls.push(url);
    const headers = new Headers({ 'content-type': 'application/json' });
    if (style === 'header') headers.set('link', next);
    return new Response(JSON.stringify({ result: { list: [{ ticket: { id: `t${urls.length}` } }] }, page_info: { then: next } }), { headers });
  };
  const { client } = clientBed({ baseUrl: BASE, fetch, profile: profileOf({ rows: 1, style, asked: 1, most: 1, total: false, short: true, gaps: 0 }) });
  try {
    const first = await client.list('ticket', FIRST_PAGE);
    // Part of every token; the whole token of this call is `<canary>-0`.
    expect(first.next ?? '').not.toContain(`${CANARY}-0`);
    if (first.next !== null) await client.list('ticket', { ...FIRST_PAGE, cursor: first.next });
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError);
    expect(['wrongShape', 'addressInvalid']).toContain((error as EngineError).code);
    expectNoToken(error);
  }
  return urls;
}

function expectBelowBase(urls: readonly string[]): void {
  for (const url of urls) {
    const { origin, pathname, username } = new URL(url);
    expect([origin, username]).toEqual(['https://api.example.test', '']);
    expect(decodeURIComponent(pathname)).toMatch(/^\/hub\//);
    expect(decodeURIComponent(pathname).split(/[/\\]/)).not.toContain('..');
  }
}

describe('links from a server', () => {
  it('never lead the token out of the base address (body)', async () => {
    await fc.assert(fc.asyncProperty(target, async (next) => expectBelowBase(await follow('link', next))), { numRuns: 800 });
  });

  it('never lead the token out of the base address (header)', async () => {
    await fc.assert(
      fc.asyncProperty(header, async (next) => {
        fc.pre(/^[\t\x20-\x7e\x80-\xff]*$/.test(next));
        expectBelowBase(await follow('header', next));
      }),
      { numRuns: 800 },
    );
  });
});

describe('a Link header', () => {
  const token = fc.stringMatching(/^[a-z][a-z0-9*-]{0,8}$/).filter((name) => name !== 'rel' && name !== 'anchor');
  const quoted = fc.string({ maxLength: 12 }).map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`);
  const address = fc.stringMatching(/^[a-z0-9/?&=,;.%-]{0,20}$/);
  const gap = fc.constantFrom('', ' ', '\t', '  ');
  const parameters = fc.array(fc.tuple(gap, token, fc.oneof(fc.constant(''), token.map((text) => `=${text}`), quoted.map((text) => `=${text}`), quoted.map((text) => ` = ${text}`))), { maxLength: 4 })
    .map((all) => all.map(([space, name, value]) => `${space};${space}${name}${value}`).join(''));
  const rel = fc.constantFrom('rel=prev', 'rel="last"', 'rel="first up"', 'rel=next', 'REL="next"', 'rel = "up Next"');
  const link = fc.record({ address, before: parameters, rel, after: parameters });

  it('gives the first link whose relations include next, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 5 }), gap, (links, space) => {
        const text = links.map((each) => `<${each.address}>${each.before};${space}${each.rel}${each.after}`).join(`${space},${space}`);
        expect(nextLink(text)).toBe(links.find((each) => /next/i.test(each.rel))?.address ?? null);
      }),
      { numRuns: 500 },
    );
  });

  it('is read to an end, whatever it is', () => {
    fc.assert(fc.property(fc.oneof(header, fc.string({ unit: 'binary' })), (text) => {
      const next = nextLink(text);
      if (next !== null) expect(text).toContain(`<${next}>`);
    }), { numRuns: 500 });
  });
});
