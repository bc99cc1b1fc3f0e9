import type { ApiClient } from '../api/port.ts';

/** Counts calls, so that the first sync can say what it cost. */
export function countCalls(client: ApiClient): { readonly client: ApiClient; readonly calls: () => number } {
  let calls = 0;
  return {
    calls: () => calls,
    client: {
      list(entity, request) {
        calls += 1;
        return client.list(entity, request);
      },
      get(entity, id, request) {
        calls += 1;
        return client.get(entity, id, request);
      },
      can: (entity, kind) => client.can(entity, kind),
    },
  };
}
