import { useQuery } from '@tanstack/react-query';
import type { Reply } from '../../contract/ipc/calls.ts';
import { useCall } from './BridgeContext.tsx';

/** The agents and departments known so far. */
export type KnownPeople = Reply<'agents.list'>;

/** So often it is asked again while nobody is known yet, in milliseconds: names come in with the first sync. */
const ASK_AGAIN_MS = 4_000;

/** The agents and departments known so far; asked anew each time a screen with it opens, and again while there are none. */
export function usePeople() {
  const call = useCall();
  return useQuery({
    queryKey: ['agents'],
    queryFn: () => call('agents.list', null),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && data.agents.length === 0 && data.departments.length === 0 ? ASK_AGAIN_MS : false),
  });
}
