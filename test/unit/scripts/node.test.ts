import { describe, expect, it } from 'vitest';
import { continueUnderNewNode, isNewEnough } from '../../../scripts/setup/node.mjs';

describe('the Node that runs the project', () => {
  it.each(['v22.18.0', 'v22.21.3', 'v24.0.0', 'v26.1.0'])('%s runs TypeScript as it is', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });

  it.each(['v20.20.2', 'v22.17.9', 'v18.0.0', 'nonsense'])('%s does not', (version) => {
    expect(isNewEnough(version)).toBe(false);
  });

  it('says in a sentence what to do when it is too old and there is none among the dependencies', async () => {
    const refused = continueUnderNewNode({ version: 'v20.20.2', root: '/nowhere' });
    await expect(refused).rejects.toThrow(/Node 22\.18 or newer is needed and this is v20\.20\.2/);
  });
});
