import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Largest body that is read, in bytes; the documented example has under 1 KB. */
export const BODY_LIMIT = 256 * 1024;

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Makes a comparison that takes the same time for any text: digests are compared, not the texts. */
function constantTimeEquals(expected: string): (text: string) => boolean {
  const wanted = digest(expected);
  return (text) => timingSafeEqual(wanted, digest(text));
}

/** Values of a header as they came, duplicates included (Node's `headers` keeps only the first `host`). */
function rawValues(request: IncomingMessage, name: string): string[] {
  const { rawHeaders } = request;
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}

/** What a request must look like before its body is read. */
export interface Gate {
  /** Null to let it in, else the status to refuse it with. */
  refusal(request: IncomingMessage, port: number): number | null;
}

/**
 * Makes the listener's gate. A page in a browser on this machine can reach loopback too, hence: the `Host` must be
 * loopback itself (a rebound name is not), and nothing that a browser marks as coming from a page (`Origin`,
 * `Sec-Fetch-Site`) gets in. The path is the secret, so it is looked at after these.
 */
export function createGate(secretPath: string): Gate {
  const isSecretPath = constantTimeEquals(`/${secretPath}`);
  return {
    refusal(request, port) {
      const hosts = rawValues(request, 'host');
      const host = hosts[0]?.toLowerCase();
      if (hosts.length !== 1 || (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)) return 421;
      if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined) return 403;
      if (!isSecretPath(request.url ?? '')) return 404;
      if (request.method !== 'POST') return 405;
      const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
      if (type !== 'application/json') return 415;
      if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) return 413;
      return null;
    },
  };
}
