/** The Electron that end-to-end tests run on, as `scripts/test.mjs` or `scripts/demo.mjs` chose it. */
export interface RuntimeUnderTest {
  readonly executable: string;
  readonly version: string;
  /** It is not the version that is shipped. */
  readonly fallback: boolean;
  /** Switches that this machine needs, to stand before the app's own arguments. */
  readonly args: readonly string[];
}

/** Reads the runtime from `CXPRESS_RUNTIME` (JSON). */
export function runtimeUnderTest(env: NodeJS.ProcessEnv = process.env): RuntimeUnderTest {
  const given = env['CXPRESS_RUNTIME'];
  if (given === undefined) throw new Error('CXPRESS_RUNTIME is not set: run end-to-end tests through `npm test -- --only e2e`.');
  return JSON.parse(given) as RuntimeUnderTest;
}
