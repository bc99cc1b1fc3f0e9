/** One refresh that any number of callers wait for. It can be ended from outside before its request is. */
export interface RefreshFlight {
  readonly landed: Promise<void>;
  land(): void;
  fail(reason: unknown): void;
}

/** Makes a {@link RefreshFlight}. Nobody has to wait for it: a refresh ahead of time has no caller. */
export function startFlight(): RefreshFlight {
  let land: () => void = () => undefined;
  let fail: (reason: unknown) => void = () => undefined;
  const landed = new Promise<void>((resolve, reject) => {
    land = resolve;
    fail = reject;
  });
  landed.catch(() => undefined);
  return { landed, land, fail };
}
