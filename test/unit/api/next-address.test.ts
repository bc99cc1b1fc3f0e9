import { describe, expect, it } from 'vitest';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import { nextAddress } from '../../../core/api/next-address.ts';
import { EngineError } from '../../../core/engine-error.ts';

const BASE = parseBaseUrl('https://api.example.test/hub');
const FROM = '/v1/tickets?page=1';
const REFUSED = new EngineError('wrongShape', { params: { host: 'api.example.test' } });

describe('the address of a next page', () => {
  it.each([
    ['https://api.example.test/hub/v1/tickets?page=2', '/v1/tickets?page=2'],
    ['https://API.example.test:443/hub/v1/tickets?page=2#top', '/v1/tickets?page=2'],
    ['//api.example.test/hub/v1/tickets?page=2', '/v1/tickets?page=2'],
    ['/hub/v1/tickets?page=2', '/v1/tickets?page=2'],
    ['?page=2', '/v1/tickets?page=2'],
    ['tickets/next?c=%C3%A3%20b', '/v1/tickets/next?c=%C3%A3%20b'],
    ['../v2/tickets?page=2', '/v2/tickets?page=2'],
    ['', '/v1/tickets?page=1'],
  ])('is read from %j below the base', (target, path) => {
    expect(nextAddress(BASE, FROM, target, null)).toBe(path);
  });

  it.each([
    'https://elsewhere.test/hub/v1/tickets?page=2',
    'http://api.example.test/hub/v1/tickets?page=2',
    'https://api.example.test:8443/hub/v1/tickets',
    'https://api.example.test.elsewhere.test/hub/v1',
    'https://api.example.test@elsewhere.test/hub/v1',
    'https://user@api.example.test/hub/v1/tickets',
    'https://user:word@api.example.test/hub/v1/tickets',
    '//elsewhere.test/hub/v1',
    '/\\elsewhere.test/hub/v1',
    '\\\\elsewhere.test/hub/v1',
    '/\t/elsewhere.test/hub/v1',
    'javascript:alert(1)',
    'data:application/json,[]',
    'file:///hub/v1',
    'blob:https://api.example.test/hub/x',
    '/v1/tickets?page=2',
    '/hubris/v1/tickets',
    '/hub',
    '../../../admin',
    '/hub/%2e%2e/admin',
    '/hub/..%2fadmin',
    '/hub/x%5c..%5cadmin',
    '/hub/%ff',
    'https://[',
  ])('is refused when it is %j', (target) => {
    expect(() => nextAddress(BASE, FROM, target, null)).toThrow(REFUSED);
  });

  it('is refused when it is too long to keep', () => {
    expect(() => nextAddress(BASE, FROM, `?c=${'x'.repeat(9000)}`, null)).toThrow(REFUSED);
    expect(() => nextAddress(BASE, FROM, `?c=${'é'.repeat(2000)}`, null)).toThrow(REFUSED);
  });

  it.each([
    ['?api_key=secret&page=2', '/v1/tickets?page=2'],
    ['?page=2&api_key=secret', '/v1/tickets?page=2'],
    ['?page=2&API_KEY=secret&q=a%20b&empty', '/v1/tickets?page=2&q=a%20b&empty'],
    ['?api%5Fkey=secret&api_key=secret', '/v1/tickets'],
    ['?my_api_key=2', '/v1/tickets?my_api_key=2'],
  ])('loses the parameter that carries the token (%j)', (target, path) => {
    expect(nextAddress(BASE, FROM, target, 'api_key')).toBe(path);
  });
});
