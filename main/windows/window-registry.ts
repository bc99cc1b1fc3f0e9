/** The part of a WebContents that the registry keeps. */
export interface RegisteredContents {
  readonly id: number;
  isDestroyed(): boolean;
  send(channel: string, ...values: unknown[]): void;
  once(event: 'destroyed', listener: () => void): unknown;
}

/** The windows that are ours: who may call main, and who hears events. */
export interface WindowRegistry {
  add(contents: RegisteredContents): void;
  has(id: number): boolean;
  all(): readonly RegisteredContents[];
}

/** Makes an empty registry. A window leaves it when it is destroyed. */
export function createWindowRegistry(): WindowRegistry {
  const known = new Map<number, RegisteredContents>();
  return {
    add(contents) {
      known.set(contents.id, contents);
      contents.once('destroyed', () => known.delete(contents.id));
    },
    has: (id) => known.has(id),
    all: () => [...known.values()].filter((contents) => !contents.isDestroyed()),
  };
}
