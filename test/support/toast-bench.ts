import { onTestFinished } from 'vitest';
import { notifyWorld, type NotifyWorld, type WorldOptions } from './notify-world.ts';

export { plainWords } from './notify-world.ts';

/** See {@link NotifyWorld}. */
export type ToastBench = NotifyWorld;

/** A {@link NotifyWorld} that ends with the test. Property tests end it themselves. */
export async function toastBench(options: WorldOptions & { endItself?: boolean } = {}): Promise<ToastBench> {
  const bench = await notifyWorld(options);
  if (!options.endItself) onTestFinished(() => bench.dispose());
  return bench;
}
