import { readFile } from 'node:fs/promises';
import type { Logger } from '../../core/log.ts';
import { APP_HOST, APP_SCHEME } from './app-origin.ts';
import type { BundleManifest } from './bundle-manifest.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** What a request must tell to be answered. */
export interface BundleRequest {
  readonly method: string;
  readonly url: string;
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS });
}

/** The URL path of a request for our own host, exactly as it was sent; null for anything else. */
function pathOf(request: BundleRequest): string | null {
  if (!URL.canParse(request.url)) return null;
  const url = new URL(request.url);
  const ours = url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === '' && url.search === '';
  return ours ? url.pathname : null;
}

/**
 * Answers requests for the app's own scheme. A path is looked up among the files that the build listed; nothing of a
 * request ever becomes part of a file name, so there is nothing to escape from. GET only.
 */
export function serveBundle(manifest: BundleManifest, log: Logger): (request: BundleRequest) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return refuse(405);
    const path = pathOf(request);
    const entry = path === null ? undefined : manifest.get(path);
    if (!entry) return refuse(404);
    try {
      return new Response(new Uint8Array(await readFile(entry.file)), { headers: { ...SECURITY_HEADERS, 'Content-Type': entry.type } });
    } catch (error) {
      log.error('bundle.unreadable', { error });
      return refuse(500);
    }
  };
}
