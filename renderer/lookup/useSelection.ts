import { useState } from 'react';
import type { LookupResult } from '../../contract/models/views.ts';
import { resultKey } from './useLookup.ts';

/** The row that Enter opens. It is always one of those shown, so what is highlighted and what opens cannot differ. */
export interface Selection {
  /** Its place; -1 when there is nothing to select. */
  readonly index: number;
  /** Moves it, from the last row on to the first and back. */
  readonly move: (by: number) => void;
  /** Selects the first row or the last. */
  readonly jump: (to: 'first' | 'last') => void;
}

/** Follows the selected result by its key while rows move. `occasion` changes with each query and each time the window comes up: then the first row is selected. */
export function useSelection(results: readonly LookupResult[] | null, occasion: string): Selection {
  const [selected, setSelected] = useState<{ occasion: string; key: string } | null>(null);
  const first = results?.[0];
  if (selected?.occasion !== occasion && first) setSelected({ occasion, key: resultKey(first) });
  if (!results || results.length === 0) return { index: -1, move: () => undefined, jump: () => undefined };
  const found = selected?.occasion === occasion ? results.findIndex((result) => resultKey(result) === selected.key) : 0;
  const index = Math.max(0, found);
  return {
    index,
    move(by) {
      const next = results[(index + by + results.length) % results.length];
      if (next) setSelected({ occasion, key: resultKey(next) });
    },
    jump(to) {
      const next = to === 'first' ? results[0] : results.at(-1);
      if (next) setSelected({ occasion, key: resultKey(next) });
    },
  };
}
