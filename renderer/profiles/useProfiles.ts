import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Reply, Request } from '../../contract/ipc/calls.ts';
import type { Choices, ProfileEntry, Proposal } from '../../contract/profile/proposal.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import { useCall } from '../bridge/BridgeContext.tsx';
import { keys } from '../bridge/keys.ts';

const LIST = ['profiles'] as const;
const IMPORT = ['profile-import'] as const;

/** The import under way, as this window knows it. */
export interface Import {
  readonly proposal: Proposal;
  /** Something was corrected that would be lost. */
  readonly corrected: boolean;
}

/** All profiles. */
export function useProfiles() {
  const call = useCall();
  return useQuery({ queryKey: LIST, queryFn: () => call('profiles.list', null) });
}

/** The import under way; null when there is none. It outlives the page that shows it. */
export function useImport(): Import | null {
  const queries = useQueryClient();
  return useQuery<Import | null>({ queryKey: IMPORT, queryFn: () => queries.getQueryData<Import | null>(IMPORT) ?? null, initialData: null, staleTime: Infinity, gcTime: Infinity }).data;
}

function keepList(queries: QueryClient, list: readonly ProfileEntry[]): void {
  queries.setQueryData(LIST, list);
}

/** Reads the server by another profile from now on. */
export function useUseProfile() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call('profiles.use', { id }),
    onSuccess: async (list) => {
      keepList(queries, list);
      await queries.invalidateQueries({ queryKey: keys.start });
    },
  });
}

/** Deletes a profile. */
export function useRemoveProfile() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({ mutationFn: (id: string) => call('profiles.remove', { id }), onSuccess: (list) => keepList(queries, list) });
}

/** Writes a profile to a file that the person chooses. */
export function useExportProfile() {
  const call = useCall();
  return useMutation({ mutationFn: (id: string) => call('profiles.export', { id }) });
}

/** Asks for a file and reads it. Resolves with whether an import is under way by it; a person may change their mind. */
export function useChooseFile() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const proposal = await call('profiles.choose', null);
      if (proposal) queries.setQueryData<Import>(IMPORT, { proposal, corrected: false });
      return proposal !== null;
    },
  });
}

/** Corrects the import: requests chosen instead, or the whole profile as edited. */
export function useCorrect() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: { readonly choices: Choices } | { readonly profile: ApiProfile }) => call('profiles.correct', change),
    onSuccess: (proposal) => queries.setQueryData<Import>(IMPORT, { proposal, corrected: true }),
  });
}

/** Keeps the import under a name; it ends with that. Resolves with the new profile's id. */
export function useSaveProfile() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (name: string) => {
      const before = new Set((await call('profiles.list', null)).map(({ id }) => id));
      const list = await call('profiles.save', { name });
      keepList(queries, list);
      return list.find(({ id }) => !before.has(id))?.id ?? null;
    },
  });
}

/** Ends the import in this window; also in the main process, unless it was saved, with which it ended there. */
export function useEndImport(): (saved: boolean) => void {
  const call = useCall();
  const queries = useQueryClient();
  return (saved) => {
    queries.setQueryData<Import | null>(IMPORT, null);
    if (!saved) void call('profiles.discard', null).catch(() => undefined);
  };
}

/** Tries the import. A plain function, not a mutation: a mutation would keep the tokens it was called with. */
export function useTestCall(): (connection: Request<'profiles.test'>['connection']) => Promise<Reply<'profiles.test'>> {
  const call = useCall();
  return (connection) => call('profiles.test', { connection });
}
