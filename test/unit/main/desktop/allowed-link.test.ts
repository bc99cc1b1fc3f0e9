import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedLink } from '../../../../main/desktop/allowed-link.ts';

const HOSTS = new Set(['desk.example.com']);

describe('links to the browser', () => {
  it('go to known hosts over https, written anew', () => {
    expect(allowedLink('https://desk.example.com/t/1?x=a b'.replace(' ', '%20'), HOSTS)).toBe('https://desk.example.com/t/1?x=a%20b');
    expect(allowedLink('HTTPS://DESK.EXAMPLE.COM/../t', HOSTS)).toBe('https://desk.example.com/t');
  });

  it.each([
    'http://desk.example.com/', 'https://evil.example/', 'https://desk.example.com.evil.example/', 'https://desk.example.com@evil.example/', 'https://user:pass@desk.example.com/', 'https://desk.example.com:8443/',
    'javascript:alert(1)', 'file:///etc/passwd', 'file://host/share', '\\\\host\\share', 'smb://desk.example.com/x', 'ms-msdt:/id', 'data:text/html,x', 'app://bundle/index.html', 'https:desk.example.com\u0000', 'https://desk.example.com/\u202e', ' https://desk.example.com/', 'https://desk.example.com/a b', 'https://dеsk.example.com/', '', 'x', '/t/1',
    `https://desk.example.com/${'a'.repeat(2048)}`, '`calc`', 'vscode://desk.example.com/',
  ])('go nowhere from %j', (text) => {
    expect(allowedLink(text, HOSTS)).toBeNull();
  });

  it('never lead anywhere but to a known host over https', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), fc.string().map((rest) => `https://desk.example.com${rest}`)), (text) => {
        const link = allowedLink(text, HOSTS);
        if (link !== null) expect(link.startsWith('https://desk.example.com/')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
