import { EngineError } from '../engine-error.ts';
import type { BaseUrl } from './base-url.ts';
import { parseJson } from './parse-json.ts';

/** An answer as it came, read to its end. */
export interface RawAnswer {
  readonly response: Response;
  readonly text: string;
}

/** An answer that can be worked with. `json` is undefined when there was no body, or a refusal in plain text. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
  /** The server's `Date`, epoch ms. */
  readonly serverTime: number | null;
  /** The `Link` header, several of them joined by commas. */
  readonly link: string | null;
}

/** Whether the answer was made for another address than the one asked, or points to one. */
function isFromElsewhere(response: Response, baseUrl: BaseUrl): boolean {
  if (response.redirected || response.type === 'opaqueredirect') return true;
  if (response.status >= 300 && response.status < 400) return true;
  return response.url !== '' && new URL(response.url).origin !== new URL(baseUrl.href).origin;
}

function isMarkup(contentType: string, text: string): boolean {
  return /html|xml/i.test(contentType) || /^\s*</.test(text);
}

function readTime(header: string | null): number | null {
  const time = Date.parse(header ?? '');
  return Number.isFinite(time) ? time : null;
}

/** The JSON of an answer. A refusal in plain words is still a refusal; a page is not, as it may come from anyone on the way. */
function readJson({ response, text }: RawAnswer, host: string): unknown {
  if (text.trim() === '') return undefined;
  const contentType = response.headers.get('content-type') ?? '';
  if (!/[/+]json\b/i.test(contentType)) {
    if (response.status >= 400 && !isMarkup(contentType, text)) return undefined;
    throw new EngineError('notJson', { params: { host }, retry: true });
  }
  try {
    return parseJson(text);
  } catch {
    throw new EngineError('wrongShape', { params: { host }, retry: true });
  }
}

/** Reads an answer. Throws EngineError `redirected`, `serverError` (5xx, or 429 that is no block), `notJson` or `wrongShape`; other 4xx come back as answers. */
export function readAnswer(raw: RawAnswer, baseUrl: BaseUrl): Answer {
  const { response } = raw;
  const { host } = baseUrl;
  if (isFromElsewhere(response, baseUrl)) throw new EngineError('redirected', { params: { host } });
  if (response.status >= 500 || response.status === 429) throw new EngineError('serverError', { params: { status: response.status, host }, retry: true });
  const { headers } = response;
  return { status: response.status, json: readJson(raw, host), serverTime: readTime(headers.get('date')), link: headers.get('link') };
}
