import { describe, expect, it } from 'vitest';
import { sameDependencies } from '../../../scripts/setup/dependencies.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
    'node_modules/other-system': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};

describe('whether the dependencies are those of the lockfile', () => {
  it('holds without the packages of other systems and whatever the project’s own version is', () => {
    const installed = { packages: { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' } } };
    expect(sameDependencies(wanted, installed)).toBe(true);
  });

  it.each([
    ['a package is missing', {}],
    ['a package has another version', { 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-a' } }],
    ['a package has other content', { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-x' } }],
    ['an optional package is stale', { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' }, 'node_modules/other-system': { version: '0.9.0', integrity: 'sha512-b' } }],
  ])('does not hold when %s', (_, packages) => {
    expect(sameDependencies(wanted, { packages })).toBe(false);
  });
});
