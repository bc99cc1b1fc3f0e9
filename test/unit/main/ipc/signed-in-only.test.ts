import { describe, expect, it } from 'vitest';
import { ok } from '../../../../contract/result.ts';
import { signedInOnly } from '../../../../main/ipc/signed-in-only.ts';

describe('calls about what is stored', () => {
  it('answer only while somebody is signed in', async () => {
    let signedIn = true;
    const asked: string[] = [];
    const handlers = signedInOnly<'lookup.search'>({
      'lookup.search'({ query }) {
        asked.push(query);
        return ok({ results: [], tookMs: 0 });
      },
    }, () => signedIn);
    expect(await handlers['lookup.search']({ query: 'a', limit: 1 })).toEqual(ok({ results: [], tookMs: 0 }));
    signedIn = false;
    expect(await handlers['lookup.search']({ query: 'b', limit: 1 })).toEqual({ ok: false, error: { code: 'signedOut' } });
    expect(asked).toEqual(['a']);
  });
});
