import { writeFile } from 'node:fs/promises';
import { DIALECTS, type DialectName } from '../../../simulator/dialects/dialects.ts';
import { startSimulator } from '../simulator/simulator-process.ts';
import { renderCollection, type Ask } from './render-collection.ts';

/** Writes a Postman collection as a vendor exports it, from the answers of a server that speaks the dialect; only its address, `baseUrl`, is another server's. */
export async function writeCollection(path: string, dialect: DialectName, baseUrl: string): Promise<void> {
  const vendor = await startSimulator({ dialect, tickets: 12, seed: 3 });
  try {
    const send: Ask = async ({ method, path: asked, headers, body }) => {
      const response = await fetch(`${vendor.baseUrl}${asked}`, { method, headers, ...(body === undefined ? {} : { body }) });
      return { status: response.status, headers: [...response.headers.entries()], text: await response.text() };
    };
    await writeFile(path, await renderCollection({ profile: DIALECTS[dialect].profile, ask: send, apiToken: vendor.apiToken, refreshToken: vendor.refreshToken, baseUrl, title: 'Acme service desk', format: '2.1' }));
  } finally {
    await vendor.stop();
  }
}
