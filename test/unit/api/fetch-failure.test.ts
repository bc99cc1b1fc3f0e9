import { describe, expect, it } from 'vitest';
import { fetchFailure } from '../../../core/api/fetch-failure.ts';
import { EngineError } from '../../../core/engine-error.ts';
import { CANARY, expectNoToken } from './client-bed.ts';

/** What Node's fetch throws. */
function node(message: string, code?: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), code === undefined ? {} : { code }) });
}

describe('fetchFailure', () => {
  it.each([
    [new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'tls'],
    [new Error('net::ERR_CERT_DATE_INVALID'), 'tls'],
    [new Error('net::ERR_SSL_PROTOCOL_ERROR'), 'tls'],
    [new Error('net::ERR_BAD_SSL_CLIENT_AUTH_CERT'), 'tls'],
    [node('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls'],
    [node("Hostname/IP does not match certificate's altnames", 'ERR_TLS_CERT_ALTNAME_INVALID'), 'tls'],
    [node('certificate has expired', 'CERT_HAS_EXPIRED'), 'tls'],
    [node('wrong version number', 'ERR_SSL_WRONG_VERSION_NUMBER'), 'tls'],
    [new Error("Attempted to redirect, but redirect policy was 'error'"), 'redirected'],
    [new Error('Redirect was cancelled'), 'redirected'],
    [new Error('net::ERR_TOO_MANY_REDIRECTS'), 'redirected'],
    [node('unexpected redirect'), 'redirected'],
    [new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline'],
    [new Error('net::ERR_NETWORK_IO_SUSPENDED'), 'offline'],
    [node('connect ENETUNREACH 10.0.0.1:443', 'ENETUNREACH'), 'offline'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'unreachable'],
    [new Error('net::ERR_NETWORK_CHANGED'), 'unreachable'],
    [new Error('net::ERR_TUNNEL_CONNECTION_FAILED'), 'unreachable'],
    [node('getaddrinfo ENOTFOUND example.com', 'ENOTFOUND'), 'unreachable'],
    [node('other side closed', 'UND_ERR_SOCKET'), 'unreachable'],
    ['thrown text', 'unreachable'],
    [undefined, 'unreachable'],
  ])('reads %o as %s', (error, code) => {
    const failure = fetchFailure(error, 'example.com');
    expect(failure.code).toBe(code);
    expect(failure.retry).toBe(code === 'offline' || code === 'unreachable');
  });

  it.each(['redirect.example.com', 'certificate-service.example.com:8443'])('is not misled by the host’s own name (%s)', (host) => {
    expect(fetchFailure(node(`getaddrinfo ENOTFOUND ${host.replace(/:\d+$/, '')}`, 'ENOTFOUND'), host).code).toBe('unreachable');
  });

  it('drops the cause, which may quote headers', () => {
    const failure = fetchFailure(node(`Headers.append: "Bearer ${CANARY}" is an invalid header value.`), 'example.com');
    expect(failure.cause).toBeUndefined();
    expectNoToken(failure);
  });

  it('ends at a chain of causes that bites its own tail', () => {
    const error = new Error('one');
    error.cause = error;
    expect(fetchFailure(error, 'h').code).toBe('unreachable');
  });

  it('leaves an error of ours as it is', () => {
    const error = new EngineError('tooLarge');
    expect(fetchFailure(error, 'example.com')).toBe(error);
  });
});
