import { EngineError } from '../engine-error.ts';

/** Largest body the product reads, in bytes after decompression. */
export const BODY_LIMIT = 5 * 1024 * 1024;

/** Reads a response to its end as UTF-8 text. Rejects with EngineError `tooLarge` as soon as the limit is passed. */
export async function readBody(response: Response, host: string): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: Uint8Array };
    if (done) return text + decoder.decode();
    if (!value) continue;
    bytes += value.byteLength;
    if (bytes > BODY_LIMIT) {
      // Not awaited: a connection that is slow to close must not hold the answer back.
      reader.cancel().catch(() => undefined);
      throw new EngineError('tooLarge', { params: { host } });
    }
    text += decoder.decode(value, { stream: true });
  }
}
