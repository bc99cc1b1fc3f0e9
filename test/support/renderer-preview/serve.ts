import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { SECURITY_HEADERS } from '../../../main/protocol/security-headers.ts';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Builds the preview and serves it on loopback with the headers of the app's own protocol, content policy included. */
export async function servePreview(): Promise<{ url: string; close(): Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'cxpress-preview-'));
  await build({ root: import.meta.dirname, base: './', configFile: false, logLevel: 'warn', plugins: [react(), tailwindcss()], build: { outDir, emptyOutDir: true, target: 'chrome130', modulePreload: false } });
  const server = createServer((request, response) => {
    const name = normalize(new URL(request.url ?? '/', 'http://localhost').pathname).replace(/^[/\\]+/, '') || 'index.html';
    readFile(join(outDir, name)).then(
      (body) => response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/index.html`,
    async close() {
      server.close();
      server.closeAllConnections();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
