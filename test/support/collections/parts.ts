/** Small parts of hand-written Postman collections. */
export const SCHEMA_20 = 'https://schema.getpostman.com/json/collection/v2.0.0/collection.json';
export const SCHEMA_21 = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** A saved answer. */
export function answer(body: unknown, code = 200, header: unknown = []): unknown {
  return { name: String(code), code, header, body: JSON.stringify(body) };
}

/** A request whose address is one text. */
export function call(method: string, name: string, url: unknown, response: unknown[] = [], more: Record<string, unknown> = {}): unknown {
  return { name, request: { method, header: [], url, ...more }, response };
}

/** A folder. */
export function folder(name: string, item: unknown[], more: Record<string, unknown> = {}): unknown {
  return { name, item, ...more };
}

/** An address with listed parameters; one that begins with `-` is switched off. */
export function address(path: string, query: Record<string, string>): unknown {
  const listed = Object.entries(query).map(([name, value]) => ({ key: name.replace(/^-/, ''), value, ...(name.startsWith('-') ? { disabled: true } : {}) }));
  const raw = listed.filter((one) => !('disabled' in one)).map(({ key, value }) => `${key}=${value}`).join('&');
  return { raw: raw === '' ? path : `${path}?${raw}`, host: ['{{baseUrl}}'], path: path.split('/').slice(1), query: listed };
}
