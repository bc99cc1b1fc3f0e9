/** What `scripts/demo.mjs` hands to the driver in `CXPRESS_DEMO`. Paths are absolute. */
export interface DemoOptions {
  readonly headless: boolean;
  readonly seconds: number;
  readonly out: string;
  readonly report?: string;
}

/** Reads the options from the environment. */
export function demoOptions(env: NodeJS.ProcessEnv = process.env): DemoOptions {
  const given = env['CXPRESS_DEMO'];
  if (given === undefined) throw new Error('CXPRESS_DEMO is not set: run the demo through `npm run demo`.');
  return JSON.parse(given) as DemoOptions;
}
