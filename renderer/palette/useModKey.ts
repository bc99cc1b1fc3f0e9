import { useStarted } from '../bridge/queries.ts';

/** The key that begins combinations on this platform, as its people read it. */
export function useModKey(): string {
  return useStarted().platform === 'darwin' ? '⌘' : 'Ctrl';
}
