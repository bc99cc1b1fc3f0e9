import { createContext, use, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createCommandCenter, type CommandCenter, type Handlers } from './command-center.ts';
import { listenToKeys } from './listen-to-keys.ts';

const CenterContext = createContext<CommandCenter | null>(null);

/** Lets what is inside carry out commands, and hears their keys in the whole window. */
export function CommandProvider({ children }: { children: ReactNode }) {
  const [center] = useState(createCommandCenter);
  useEffect(() => listenToKeys(window, (id) => center.find(id)), [center]);
  return <CenterContext value={center}>{children}</CenterContext>;
}

/** The commands' center of this window. */
export function useCommandCenter(): CommandCenter {
  const center = use(CenterContext);
  if (!center) throw new Error('CommandProvider is missing');
  return center;
}

/** Carries out commands while mounted. */
export function useCommandHandlers(handlers: Handlers): void {
  const center = useCommandCenter();
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  useLayoutEffect(() => center.register(() => latest.current), [center]);
}
