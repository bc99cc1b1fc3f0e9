import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Reply } from '../../contract/ipc/calls.ts';
import type { AppError } from '../../contract/result.ts';
import type { Rule } from '../../contract/rules.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Desk } from '../rules/desk.ts';
import { useCall } from './BridgeContext.tsx';
import { appErrorOf } from './client.ts';
import { usePeople } from './identity.ts';
import { keys } from './keys.ts';
import { useSettings } from './queries.ts';

const PENDING = ['rules', 'pending'] as const;
const KEEP = ['rules', 'keep'] as const;

/** The rules as they stand on the screen, and the way to change them. */
export interface RulesAccess {
  readonly rules: readonly Rule[];
  /** Changes the list; `change` gets it as it is then, so that quick changes do not undo each other. */
  readonly change: (change: (rules: readonly Rule[]) => readonly Rule[]) => void;
  /** Why the last change is not kept. What was changed stays on the screen. */
  readonly error: AppError | null;
  /** Tries to keep it once more. */
  readonly retry: () => void;
}

/** The person's rules. A change shows at once and is kept in the order of the changes. */
export function useRules(): RulesAccess {
  const call = useCall();
  const queries = useQueryClient();
  const kept = useSettings().rules;
  const pending = useQuery<readonly Rule[] | null>({ queryKey: PENDING, queryFn: () => queries.getQueryData<readonly Rule[] | null>(PENDING) ?? null, initialData: null, staleTime: Infinity, gcTime: Infinity }).data;
  const keep = useMutation({
    mutationKey: KEEP,
    scope: { id: 'rules' },
    mutationFn: (rules: readonly Rule[]) => call('settings.update', { rules: [...rules] }),
    onSuccess: (settings) => {
      // Those that wait know better.
      if (queries.isMutating({ mutationKey: KEEP }) > 1) return;
      queries.setQueryData(keys.settings, settings);
      queries.setQueryData(PENDING, null);
    },
  });
  const send = (rules: readonly Rule[]) => {
    queries.setQueryData(PENDING, rules);
    keep.mutate(rules);
  };
  return {
    rules: pending ?? kept,
    change: (change) => send(change(queries.getQueryData<readonly Rule[] | null>(PENDING) ?? queries.getQueryData<Settings>(keys.settings)?.rules ?? kept)),
    error: keep.isError ? appErrorOf(keep.error) : null,
    retry: () => send(pending ?? kept),
  };
}

/** What this desk calls things, from both queues; lists are empty until they are known. */
export function useDesk(): Desk {
  const call = useCall();
  const people = usePeople();
  const facets = useQueries({
    queries: (['ticket', 'task'] as const satisfies readonly QueueEntity[]).map((entity) => ({ queryKey: keys.facets(entity), queryFn: () => call('queue.facets', { entity }) })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  return {
    departments: people.data?.departments ?? [],
    tags: once(facets.flatMap(({ tags }) => tags), ({ id }) => id),
    consumerTags: once(facets.flatMap(({ consumerTags }) => consumerTags ?? []), ({ id }) => id),
    statuses: once(facets.flatMap(({ statuses }) => statuses.map(({ value }) => value)), (value) => value),
    priorities: once(facets.flatMap(({ priorities }) => priorities.map(({ value }) => value)), (value) => value),
  };
}

function once<T>(list: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(list.map((value) => [keyOf(value), value])).values()];
}

/** How the rule at a place would have decided the last day. */
export function useTryOut() {
  const call = useCall();
  return useMutation({ mutationFn: ({ rules, index }: { rules: readonly Rule[]; index: number }): Promise<Reply<'rules.tryOut'>> => call('rules.tryOut', { rules: [...rules], index }) });
}

/** Writes the rules to a file the person chooses. */
export function useExportRules() {
  const call = useCall();
  return useMutation({ mutationFn: () => call('rules.export', null) });
}

/** Puts the rules of a file above the present ones; null when the person changed their mind. */
export function useImportRules() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call('rules.import', null),
    onSuccess: async (reply) => {
      if (!reply) return;
      queries.setQueryData(PENDING, null);
      queries.setQueryData(keys.settings, await call('settings.get', null));
    },
  });
}
