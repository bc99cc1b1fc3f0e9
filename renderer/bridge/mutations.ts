import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Reply, Request } from '../../contract/ipc/calls.ts';
import type { SettingsPatch } from '../../contract/settings.ts';
import type { Notice } from '../../contract/status.ts';
import { useCall } from './BridgeContext.tsx';
import { askForRowsAgain, showOnRows } from './item-mutations.ts';
import { keys } from './keys.ts';

/** Which items to mark, and how. */
export type MarkRead = Request<'item.markRead'>;

/** Marks items read or unread; rows on screen show it at once and are asked for again afterwards. */
export function useMarkRead() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: MarkRead) => call('item.markRead', request),
    onMutate: (request) => showRead(queries, request),
    onSettled: (_reply, _error, { entity }) => askForRowsAgain(queries, entity),
  });
}

function showRead(queries: QueryClient, { entity, ids, read }: MarkRead): void {
  showOnRows(queries, entity, ids, (row) => ({ ...row, unread: !read, ...(read ? { woke: null } : {}) }));
}

/** Changes preferences. The reply is what stands now, also when a value was refused. */
export function useUpdateSettings() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (patch: SettingsPatch) => call('settings.update', patch),
    onSuccess: (settings) => queries.setQueryData(keys.settings, settings),
  });
}

/** Takes a notice away for good. */
export function useDismissNotice() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (code: Notice['code']) => call('notice.dismiss', { code }),
    onMutate: (code) => {
      queries.setQueryData<readonly Notice[]>(keys.notices, (notices) => notices?.filter((notice) => notice.code !== code));
    },
  });
}

/** Asks for a complete pass now. Joins one that runs. */
export function useSyncNow() {
  const call = useCall();
  return useMutation({ mutationFn: () => call('sync.now', null) });
}

/** Ends the session; `wipe` deletes the local copy too. */
export function useSignOut() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: { wipe: boolean }) => call('session.signOut', request),
    onSuccess: () => forgetRows(queries),
  });
}

/** Calls that carry tokens. Plain functions, not mutations: a mutation would keep what it was called with. */
export interface ConnectionCalls {
  /** Tries a connection without keeping anything. */
  test(connection: Request<'session.test'>): Promise<Reply<'session.test'>>;
  /** Signs in; `before` is stored first, so that the very first sync already keeps to its part, and the first run knows where it goes on. */
  signIn(connection: Request<'session.signIn'>, before: SettingsPatch): Promise<Reply<'session.signIn'>>;
}

/** See {@link ConnectionCalls}. */
export function useConnectionCalls(): ConnectionCalls {
  const call = useCall();
  const queries = useQueryClient();
  return {
    test: (connection) => call('session.test', connection),
    async signIn(connection, before) {
      queries.setQueryData(keys.settings, await call('settings.update', before));
      const reply = await call('session.signIn', connection);
      forgetRows(queries);
      await Promise.all([keys.status, keys.settings, keys.start].map((queryKey) => queries.invalidateQueries({ queryKey })));
      return reply;
    },
  };
}

/** Drops every cached row, and asks again for what is on screen. */
function forgetRows(queries: QueryClient): void {
  for (const kind of ['queue', 'item', 'lookup', 'counts', 'facets']) void queries.resetQueries({ queryKey: [kind] });
}

/** Shows a test toast and brings the system's own answer. */
export function useTestNotification() {
  const call = useCall();
  return useMutation({ mutationFn: () => call('notification.test', null) });
}
