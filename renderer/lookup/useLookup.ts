import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LookupResult } from '../../contract/models/views.ts';
import type { AppError } from '../../contract/result.ts';
import { useCall } from '../bridge/BridgeContext.tsx';
import { appErrorOf } from '../bridge/client.ts';
import { lookupQuery } from '../bridge/queries.ts';

/** Rest after the last key before asking, in milliseconds. */
const DEBOUNCE_MS = 25;

/** What a lookup shows. */
export interface Lookup {
  /** The query that `results` belong to: the one typed, or while its answer is on the way the one before. */
  readonly shownQuery: string;
  /** Null before the first answer. */
  readonly results: readonly LookupResult[] | null;
  readonly error: AppError | null;
  /** Asks for the typed query at once and resolves with its first result; what is on screen may belong to an older one. */
  readonly firstOf: (typed: string) => Promise<LookupResult | null>;
  /** Whether the screen shows the answer to what is typed. */
  readonly settled: boolean;
}

/** Local results as one types. Answers are kept by query, so one that comes late can never be shown for another. */
export function useLookup(typed: string): Lookup {
  const call = useCall();
  const cache = useQueryClient();
  const wanted = typed.trim();
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    if (wanted === asked) return undefined;
    const timer = setTimeout(() => setAsked(wanted), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [wanted, asked]);
  const answer = useQuery(lookupQuery(call, asked));
  const [shown, setShown] = useState<{ query: string; results: readonly LookupResult[] } | null>(null);
  if (answer.data && (shown?.query !== asked || shown.results !== answer.data.results)) setShown({ query: asked, results: answer.data.results });
  return {
    shownQuery: shown?.query ?? '',
    results: shown?.results ?? null,
    error: answer.isError ? appErrorOf(answer.error) : null,
    settled: wanted === asked && shown?.query === asked,
    async firstOf(text) {
      const { results } = await cache.fetchQuery(lookupQuery(call, text.trim()));
      return results[0] ?? null;
    },
  };
}

/** A result's key in the list. */
export function resultKey({ entity, id }: LookupResult): string {
  return `${entity}:${id}`;
}
