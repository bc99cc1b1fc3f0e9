import type { RunningApp } from './launch.ts';

/**
 * Lets time pass for the app's main process, as it does while a computer sleeps: both its clocks stand `ms` later from now on,
 * and its timers, which did not run meanwhile, end when they would have. Nothing in the app knows of it.
 */
export async function letTimePass(app: RunningApp, ms: number): Promise<void> {
  await app.electron.evaluate((_electron, by) => {
    const [now, mono] = [Date.now.bind(Date), performance.now.bind(performance)];
    Date.now = () => now() + by;
    performance.now = () => mono() + by;
  }, ms);
}
