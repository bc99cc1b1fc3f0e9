import { beforeEach, describe, expect, test } from 'vitest';
import { createTokenRegistry, type RefreshOutcome, type TokenRules } from '../../../simulator/tokens.ts';

const HOUR = 3_600_000;

describe('tokens', () => {
  let now: number;
  beforeEach(() => {
    now = 1_700_000_000_000;
  });
  const registry = (rules: Partial<TokenRules> = {}): ReturnType<typeof createTokenRegistry> => createTokenRegistry(() => now, rules);
  const renewed = (outcome: RefreshOutcome): Extract<RefreshOutcome, { ok: true }> => {
    if (!outcome.ok) throw new Error('the refresh was rejected');
    return outcome;
  };

  test('an API token works for one hour to the millisecond', () => {
    const tokens = registry();
    const { apiToken } = tokens.issue();
    now += HOUR - 1;
    expect(tokens.check(apiToken, 'ticket.list')).toBe('ok');
    now += 1;
    expect(tokens.check(apiToken, 'ticket.list')).toBe('unauthorized');
  });

  test('a refresh token gives new API tokens for 168 hours, then none', () => {
    const tokens = registry();
    const { refreshToken } = tokens.issue();
    now += 168 * HOUR - 1;
    const { apiToken, refreshToken: replacement } = renewed(tokens.refresh(refreshToken));
    expect(replacement).toBeNull();
    expect(tokens.check(apiToken, 'task.get')).toBe('ok');
    now += 1;
    expect(tokens.refresh(refreshToken)).toEqual({ ok: false });
    expect(tokens.report()).toMatchObject({ total: 2, succeeded: 1, rejected: 1, generations: { 1: 1 } });
  });

  test('permissions are kept per token, by entity or by operation', () => {
    const tokens = registry();
    const { apiToken, refreshToken } = tokens.issue(['ticket', 'task.list']);
    const verdicts = (token: string): string[] => (['ticket.list', 'ticket.get', 'ticketTag.list', 'task.list', 'task.get', 'consumer.list'] as const).map((operation) => tokens.check(token, operation));
    const expected = ['ok', 'ok', 'forbidden', 'ok', 'forbidden', 'forbidden'];
    expect(verdicts(apiToken)).toEqual(expected);
    expect(verdicts(renewed(tokens.refresh(refreshToken)).apiToken)).toEqual(expected);
    expect(tokens.check(refreshToken, 'ticket.list')).toBe('unauthorized');
  });

  test('with rotation the replaced refresh token works for its grace only', () => {
    const tokens = registry({ rotate: true, rotationGraceMs: 60_000 });
    const { refreshToken } = tokens.issue();
    const next = renewed(tokens.refresh(refreshToken)).refreshToken ?? '';
    expect(next).not.toBe(refreshToken);
    now += 59_999;
    renewed(tokens.refresh(refreshToken));
    now += 1;
    expect(tokens.refresh(refreshToken)).toEqual({ ok: false });
    renewed(tokens.refresh(next));
    expect(tokens.report().log.map(({ generation, ok }) => [generation, ok])).toEqual([[0, true], [0, true], [0, false], [1, true]]);
  });

  test('reuse of a replaced refresh token can revoke its whole integration, and no other', () => {
    const tokens = registry({ rotate: true, reuseRevokes: true });
    const { refreshToken } = tokens.issue();
    const other = tokens.issue();
    const { apiToken, refreshToken: next } = renewed(tokens.refresh(refreshToken));
    expect(tokens.refresh(refreshToken)).toEqual({ ok: false });
    expect(tokens.check(apiToken, 'ticket.list')).toBe('unauthorized');
    expect(tokens.refresh(next ?? '')).toEqual({ ok: false });
    expect(tokens.check(other.apiToken, 'ticket.list')).toBe('ok');
  });

  test('older API tokens outlive a refresh unless there may be only one', () => {
    for (const [singleApiToken, expected] of [[false, 'ok'], [true, 'unauthorized']] as const) {
      const tokens = registry({ singleApiToken });
      const { apiToken, refreshToken } = tokens.issue();
      renewed(tokens.refresh(refreshToken));
      expect(tokens.check(apiToken, 'ticket.list')).toBe(expected);
    }
  });

  test('revoking ends the kind it names', () => {
    const tokens = registry();
    const { apiToken, refreshToken } = tokens.issue();
    tokens.revoke('api');
    expect(tokens.check(apiToken, 'ticket.list')).toBe('unauthorized');
    const fresh = renewed(tokens.refresh(refreshToken)).apiToken;
    tokens.revoke('refresh');
    expect(tokens.refresh(refreshToken)).toEqual({ ok: false });
    expect(tokens.check(fresh, 'ticket.list')).toBe('ok');
    tokens.revoke('all');
    expect(tokens.check(fresh, 'ticket.list')).toBe('unauthorized');
  });

  test('the report holds no token text', () => {
    const tokens = registry({ rotate: true });
    const { apiToken, refreshToken } = tokens.issue();
    const outcome = renewed(tokens.refresh(refreshToken));
    tokens.refresh('made up');
    const report = JSON.stringify(tokens.report());
    for (const secret of [apiToken, refreshToken, outcome.apiToken, outcome.refreshToken ?? '-', 'made up']) expect(report).not.toContain(secret);
  });
});
