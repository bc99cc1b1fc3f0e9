import type { CommandId } from './commands.ts';

/** What carries commands out; null or left out where it cannot be done now. */
export type Handlers = Partial<Record<CommandId, (() => void) | null>>;

/** Brings commands to those who can carry them out just now. */
export interface CommandCenter {
  /** Adds handlers, asked for at each use. Of two that know a command, the one that came last is asked. Returns its end. */
  register(handlers: () => Handlers): () => void;
  /** What would carry a command out; null when nothing can. */
  find(id: CommandId): (() => void) | null;
}

/** Makes a {@link CommandCenter} without handlers. */
export function createCommandCenter(): CommandCenter {
  let layers: readonly (() => Handlers)[] = [];
  return {
    register(handlers) {
      layers = [handlers, ...layers];
      return () => {
        layers = layers.filter((layer) => layer !== handlers);
      };
    },
    find(id) {
      for (const layer of layers) {
        const handler = layer()[id];
        if (handler) return handler;
      }
      return null;
    },
  };
}
