import { expect, it, onTestFinished } from 'vitest';
import { ENTITIES } from '../../../contract/entity.ts';
import type { Entity } from '../../../contract/entity.ts';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import { createApiClient } from '../../../core/api/client.ts';
import { systemClock } from '../../../core/clock.ts';
import { createGovernor } from '../../../core/governor/governor.ts';
import { createHintListener, newSecretPath } from '../../../core/hints/listener.ts';
import { silentLogger } from '../../../core/log.ts';
import { createDispatcher } from '../../../core/notify/dispatcher.ts';
import { Secret } from '../../../core/secret.ts';
import { listAbilities } from '../../../core/sync/abilities.ts';
import { createSyncEngine } from '../../../core/sync/engine.ts';
import { createSimulator } from '../../../simulator/simulator.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { memoryState } from '../../support/memory-state.ts';
import { notifySettings } from '../../support/notify-settings.ts';
import { recordingNotifier } from '../../support/recording-notifier.ts';
import { tempFolder, tempStore } from '../../support/temp-store.ts';
import { plainWords } from '../../support/toast-bench.ts';
import { nodeFetch } from '../../unit/api/client-bed.ts';

/** The whole engine on real parts: HTTP over loopback, governor, store on disk, listener, dispatcher; only the screen is pretended. */
async function wholeEngine(options: SimulatorOptions & { intervalSeconds?: number } = {}) {
  const { intervalSeconds = 1, ...world } = options;
  const clock = systemClock();
  const simulator = await createSimulator({ seed: 11, ...world });
  const { profile } = simulator.parts;
  const governor = createGovernor({ clock, state: memoryState(), budget: 200 });
  const folder = await tempFolder();
  const { store } = await tempStore({ directory: folder.path });
  const access = { token: new Secret(simulator.apiToken), generation: 0 };
  const client = createApiClient({
    profile, baseUrl: parseBaseUrl(simulator.baseUrl), fetch: nodeFetch, governor, clock,
    tokens: { current: async () => access, rejected: () => Promise.reject(new Error('the token lives an hour')) },
  });
  const notifier = recordingNotifier(clock);
  const dispatcher = createDispatcher({
    store, notifier, clock, words: plainWords, logger: silentLogger, settings: () => notifySettings(), desk: { isLocked: () => false, isDoNotDisturb: () => false }, onDelivered: () => undefined, onOpen: () => undefined,
  });
  const engine = createSyncEngine({
    client, store, clock, logger: silentLogger, intervalSeconds, rng: Math.random,
    abilities: (entity) => listAbilities(profile, entity),
    onPassComplete: (info) => dispatcher.passComplete(info),
  });
  const listener = await createHintListener({ secretPath: newSecretPath(), profile, logger: silentLogger, port: 0, onHint: (entity, id) => engine.hint(entity, id) });
  onTestFinished(async () => {
    await engine.dispose();
    await dispatcher.dispose();
    await listener.dispose();
    await simulator.close();
    governor.dispose();
    await store.close();
    await folder.remove();
  });
  const { mutations, oracle } = simulator.parts;
  const livingIds = (entity: Entity) => simulator.parts.world.collections[entity].list({ since: null, descending: true, offset: 0, limit: 100_000 }).rows;
  return { simulator, mutations, oracle, engine, store, notifier, listener, livingIds };
}
type Whole = Awaited<ReturnType<typeof wholeEngine>>;

async function live({ engine }: Whole): Promise<void> {
  engine.start();
  await expect.poll(() => engine.status().phase, { timeout: 30_000 }).toBe('live');
}

/** For every entity: the living rows of the server are the living rows here, in the same version. */
async function difference({ store, livingIds }: Whole): Promise<string[]> {
  const counts = await store.counts();
  const found: string[] = [];
  for (const entity of ENTITIES) {
    const rows = livingIds(entity);
    if (rows.length !== counts[entity]) found.push(`${entity}: ${counts[entity]} here, ${rows.length} there`);
    for (const { id, updatedAt } of rows) {
      if ((await store.record(entity, id))?.version !== updatedAt) found.push(`${entity} ${id}`);
    }
  }
  return found;
}

it('first sync: everything is here, told as nothing, for few requests', async () => {
  const whole = await wholeEngine({ tickets: 500, intervalSeconds: 60 });
  await live(whole);
  expect(await difference(whole)).toEqual([]);
  expect(whole.engine.status().firstSync).toMatchObject({ tickets: 500 });
  await expect.poll(() => whole.notifier.shown).toEqual([]);
  const pages = ENTITIES.reduce((sum, entity) => sum + Math.max(1, Math.ceil(whole.livingIds(entity).length / 200)), 0);
  expect(whole.engine.status().firstSync?.requests).toBe(pages);
});

it('a webhook leads to a fetch, a change and a toast, without a poll', async () => {
  const whole = await wholeEngine({ tickets: 40, intervalSeconds: 900 });
  await live(whole);
  whole.simulator.parts.webhooks.configure({ url: whole.listener.url, create: true, update: true });
  const id = whole.livingIds('ticket')[3]?.id ?? '';
  whole.mutations.update('ticket', id, { status: 'changed by a test' });
  await expect.poll(() => whole.notifier.shown.length, { timeout: 10_000 }).toBe(1);
  expect((await whole.store.record('ticket', id))?.status).toBe('changed by a test');
  expect((await whole.store.itemDetail('ticket', id))?.history[0]).toMatchObject({ kind: 'changed', source: 'hint' });
  expect(whole.listener.received()).toBe(1);
});

it('a webhook about a deletion takes the item away, and tells nobody', async () => {
  const whole = await wholeEngine({ tickets: 40, intervalSeconds: 900 });
  await live(whole);
  whole.simulator.parts.webhooks.configure({ url: whole.listener.url, create: true, update: true });
  const id = whole.livingIds('ticket')[3]?.id ?? '';
  whole.mutations.remove('ticket', id);
  await expect.poll(async () => (await whole.store.counts()).ticket, { timeout: 10_000 }).toBe(39);
  expect(whole.notifier.shown).toEqual([]);
});

it('without webhooks, polling finds creations, changes and deletions', async () => {
  const whole = await wholeEngine({ tickets: 40 });
  await live(whole);
  const [changed, removed] = whole.livingIds('ticket');
  whole.mutations.update('ticket', changed?.id ?? '', { status: 'changed by a test' });
  whole.mutations.remove('ticket', removed?.id ?? '');
  whole.mutations.create('task', { title: 'Ligar de volta' });
  await expect.poll(() => difference(whole), { timeout: 15_000 }).toEqual([]);
  await expect.poll(() => whole.notifier.shown.length, { timeout: 5000 }).toBe(2);
});

it('through faults of every kind and a storm of changes it ends equal to the server, within the limit', async () => {
  const whole = await wholeEngine({ tickets: 150 });
  await live(whole);
  whole.simulator.parts.webhooks.configure({ url: whole.listener.url, create: true, update: true });
  const { faults, activity } = whole.simulator.parts;
  for (const kind of ['drop', 'html', 'brokenJson', 'truncated'] as const) faults.add({ kind });
  faults.add({ kind: 'status', status: 503, count: 2 });
  faults.add({ kind: 'latency', ms: 300, count: 5 });
  for (let i = 0; i < 60; i++) {
    const action = i % 7 === 0 ? 'delete' : i % 3 === 0 ? 'create' : 'update';
    activity.happen({ action, entity: (['ticket', 'task', 'consumer'] as const)[i % 3] ?? 'ticket' });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // As a person would who sees that it is offline: six failures in a row have earned a long wait.
  const faultsLeft = async (): Promise<number> => {
    await whole.engine.syncNow();
    return faults.list().length;
  };
  await expect.poll(faultsLeft, { timeout: 40_000, interval: 300 }).toBe(0);
  await whole.engine.syncNow();
  await expect.poll(() => difference(whole), { timeout: 40_000 }).toEqual([]);
  await expect.poll(() => whole.engine.status().phase, { timeout: 20_000 }).toBe('live');
  expect(whole.oracle.report().maxInAny60s).toBeLessThanOrEqual(300);
  expect(whole.notifier.shown.filter(({ title }) => title === 'item').length).toBeLessThanOrEqual(5);
});
