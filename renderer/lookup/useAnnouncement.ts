import { useCallback, useEffect, useState } from 'react';

/** How long a sentence stays, in milliseconds. */
const STAYS_MS = 2_000;

/** A sentence that goes away by itself. */
export function useAnnouncement(): readonly [string | null, (text: string) => void] {
  const [said, setSaid] = useState<{ text: string } | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said?.text ?? null, useCallback((text: string) => setSaid({ text }), [])];
}
