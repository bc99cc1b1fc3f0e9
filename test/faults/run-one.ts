/** Runs one campaign and sends its outcome to the process that forked it. Arguments: name, seed, `quick` or `heavy`. */
import type { Campaign } from './campaign.ts';
import { shortfall, type CampaignOutcome } from './report.ts';

const [name = '', seedText = '', mode = ''] = process.argv.slice(2);
const seed = Number(seedText);
const stop = new AbortController();
// The parent passes the signal on; a second one ends the process the hard way.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const { campaign } = (await import(`./campaigns/${name}.ts`)) as { campaign: Campaign };
const start = performance.now();
const result = await campaign.run({ quick: mode === 'quick', seed, signal: stop.signal, say: (line) => console.log(`${name}: ${line}`) });
const outcome: CampaignOutcome = {
  name, promise: campaign.promise, seed, ...result,
  seconds: (performance.now() - start) / 1000,
  problem: stop.signal.aborted ? 'it was interrupted' : shortfall(campaign, result.counts),
};
await new Promise<void>((resolve) => (process.send ? process.send(outcome, () => resolve()) : resolve()));
process.exit(0);
