import { EngineError } from '../engine-error.ts';

/** Everything an error and its causes say but the host's name, which may hold any word. For pattern matching only: it is never shown or logged. */
function wordsOf(error: unknown, host: string): string {
  const words: string[] = [];
  for (let at: unknown = error, i = 0; at instanceof Error && i < 5; at = at.cause, i++) {
    const { code } = at as { code?: unknown };
    words.push(at.name, at.message, typeof code === 'string' ? code : '');
  }
  return words.join(' ').replaceAll(host, '').replaceAll(host.replace(/:\d+$/, ''), '');
}

const TLS = /ERR_CERT_|ERR_(?:BAD_)?SSL_|ERR_TLS_|CERT_|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|ALTNAME|EPROTO|certificate/i;
const REDIRECT = /redirect/i;
const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_IO_SUSPENDED|ENETUNREACH|ENETDOWN/;

/** What a failed `fetch` means to a person. Only what kind of failure it was leaves this function. */
export function fetchFailure(error: unknown, host: string): EngineError {
  if (error instanceof EngineError) return error;
  const words = wordsOf(error, host);
  if (TLS.test(words)) return new EngineError('tls', { params: { host } });
  if (REDIRECT.test(words)) return new EngineError('redirected', { params: { host } });
  if (OFFLINE.test(words)) return new EngineError('offline', { retry: true });
  return new EngineError('unreachable', { params: { host }, retry: true });
}
