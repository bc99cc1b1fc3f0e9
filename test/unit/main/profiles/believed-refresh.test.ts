import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../../core/engine-error.ts';
import { Secret } from '../../../../core/secret.ts';
import { believedRefresh } from '../../../../main/profiles/believed-refresh.ts';

const refuses = (code: 'refreshTokenRejected' | 'unreachable') => () => Promise.reject(new EngineError(code));
const token = new Secret('refresh');

describe('a refused refresh token', () => {
  it('ends the session only by the word of a profile that was seen to work', async () => {
    await expect(believedRefresh(refuses('refreshTokenRejected'), () => true)(token)).rejects.toMatchObject({ code: 'refreshTokenRejected' });
    await expect(believedRefresh(refuses('refreshTokenRejected'), () => false)(token)).rejects.toMatchObject({ code: 'wrongShape', retry: true });
  });
  it('is the only answer that is doubted', async () => {
    const reply = { apiToken: new Secret('api'), refreshToken: null };
    expect(await believedRefresh(async () => reply, () => false)(token)).toBe(reply);
    await expect(believedRefresh(refuses('unreachable'), () => false)(token)).rejects.toMatchObject({ code: 'unreachable' });
  });
});
