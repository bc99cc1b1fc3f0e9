/**
 * Puts a value at a dotted path (`meta.total`) of an answer, making objects on the way, and returns the answer;
 * the empty path is the answer itself. The reverse of how the API profile reads.
 */
export function place(body: unknown, path: string, value: unknown): unknown {
  if (path === '') return value;
  const [head = '', ...rest] = path.split('.');
  const object = typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
  return { ...object, [head]: place(object[head], rest.join('.'), value) };
}
