import { describe, expect, it } from 'vitest';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import { EngineError } from '../../../core/engine-error.ts';

describe('parseBaseUrl', () => {
  it.each([
    ['https://api.example.com', 'https://api.example.com', 'api.example.com'],
    ['  https://api.example.com/ ', 'https://api.example.com', 'api.example.com'],
    ['api.example.com', 'https://api.example.com', 'api.example.com'],
    ['api.example.com:8443/hub', 'https://api.example.com:8443/hub', 'api.example.com:8443'],
    ['HTTPS://API.Example.COM:443/Hub//', 'https://api.example.com/Hub', 'api.example.com'],
    ['https://example.com/a/../b/', 'https://example.com/b', 'example.com'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
    ['http://localhost:3000', 'http://localhost:3000', 'localhost:3000'],
    ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x', '127.0.0.1:8080'],
    ['http://127.9.8.7', 'http://127.9.8.7', '127.9.8.7'],
    ['http://[::1]:9', 'http://[::1]:9', '[::1]:9'],
    ['localhost:3000', 'https://localhost:3000', 'localhost:3000'],
  ])('reads %j', (text, href, host) => {
    expect(parseBaseUrl(text)).toEqual({ href, host });
  });

  it.each([
    '', '   ', 'https://', 'not an address', 'https://user@example.com', 'https://user:pass@example.com', 'https://example.com?key=1', 'https://example.com#x',
    'ftp://example.com', 'file:///etc/passwd', 'javascript:alert(1)', 'mailto:a@example.com', 'https://example.com:99999',
    'https:/example.com', 'http:example.com', 'https://https://example.com', 'https:\\\\example.com',
  ])('refuses %j', (text) => {
    expect(() => parseBaseUrl(text)).toThrow(new EngineError('addressInvalid'));
  });

  it.each(['http://example.com', 'HTTP://api.example.com/', 'http://localhost.example.com', 'http://127.0.0.1.example.com', 'http://192.168.0.10', 'http://0.0.0.0', 'http://[::ffff:7f00:1]'])('refuses to send tokens readable to %j', (text) => {
    expect(() => parseBaseUrl(text)).toThrow(new EngineError('addressInsecure'));
  });
});
