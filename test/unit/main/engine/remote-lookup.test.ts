import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../../contract/entity.ts';
import type { ListRequest } from '../../../../core/api/port.ts';
import { EngineError } from '../../../../core/engine-error.ts';
import type { PageCommit } from '../../../../core/store/store.ts';
import { createItemLook } from '../../../../core/sync/item-look.ts';
import { createItemActions } from '../../../../main/desktop/item-actions.ts';
import { createRemoteLookup } from '../../../../main/engine/remote-lookup.ts';
import { lookupHandlers } from '../../../../main/ipc/handlers/lookup.ts';
import type { RemoteLookup } from '../../../../main/engine/remote-lookup.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { T0, ticket } from '../../../support/records.ts';
import { tempStore } from '../../../support/temp-store.ts';

type Answer = (id: string, signal: AbortSignal | undefined) => Promise<unknown>;
const gone: Answer = () => Promise.reject(new EngineError('notFound'));

async function desk({ get = {}, searches = [], list = [] }: { get?: Partial<Record<Entity, Answer>>; searches?: readonly Entity[]; list?: readonly unknown[] } = {}) {
  const { store, ...rest } = await tempStore();
  const asked: unknown[] = [];
  const commits: PageCommit[] = [];
  const client = {
    can: () => true,
    get: (entity: Entity, id: string, { lane, signal }: { lane: string; signal?: AbortSignal }) => {
      asked.push([entity, id, lane]);
      return (get[entity] ?? gone)(id, signal).then((row) => ({ row, serverTime: T0 }));
    },
    list: async (entity: Entity, { search, lane, size }: ListRequest) => {
      asked.push([entity, search, lane, size]);
      return { rows: list, quarantined: [], next: null, total: null, serverTime: T0 };
    },
  };
  const clock = fakeClock();
  const stored: unknown[] = [];
  const keeping = { commitPage: (commit: PageCommit) => { commits.push(commit); return store.commitPage(commit); } };
  const remote = createRemoteLookup({ client: client as never, items: createItemLook({ client: client as never, clock }), searches: (entity) => searches.includes(entity), store: keeping, clock, onStored: (items) => stored.push(items) });
  return { remote, asked, commits, stored, store, clock, ...rest };
}
const quiet = (): AbortSignal => new AbortController().signal;

describe('remote lookup', () => {
  it('asks for a ticket and a task by id at lookup priority, and stores what comes', async () => {
    const { remote, asked, commits, stored, store } = await desk({ get: { ticket: async (id) => ticket(id, { subject: 'Vindo do servidor' }) } });
    expect(await remote.find('t-900', quiet())).toEqual([{ entity: 'ticket', id: 't-900' }]);
    expect(asked).toEqual([['ticket', 't-900', 'lookup'], ['task', 't-900', 'lookup']]);
    expect(commits).toMatchObject([{ entity: 'ticket', source: 'lookup', baseline: false }]);
    expect(stored).toEqual([{ entity: 'ticket', ids: ['t-900'], all: false }]);
    expect((await store.lookup('t-900', 5)).map(({ id, why }) => [id, why])).toEqual([['t-900', 'id']]);
  });

  it('asks the list instead where its search is documented, and keeps ten rows at most', async () => {
    const { remote, asked, commits } = await desk({ searches: ['ticket', 'task'], list: Array.from({ length: 30 }, (_row, n) => ticket(`r${n}`)) });
    expect(await remote.find('4711', quiet())).toHaveLength(20);
    expect(asked).toEqual([['ticket', '4711', 'lookup', 10], ['task', '4711', 'lookup', 10]]);
    expect(commits.map(({ rows }) => rows.length)).toEqual([10, 10]);
  });

  it('is empty when Cxpress knows neither', async () => {
    expect(await (await desk()).remote.find('x1', quiet())).toEqual([]);
  });

  it.each(['permissionMissing', 'offline', 'blocked'] as const)('says why it cannot know: %s', async (code) => {
    const { remote } = await desk({ get: { task: () => Promise.reject(new EngineError(code)) } });
    await expect(remote.find('x1', quiet())).rejects.toMatchObject({ code });
  });

  it('says the graver reason, and none when something was found', async () => {
    const denied: Answer = () => Promise.reject(new EngineError('permissionMissing'));
    await expect((await desk({ get: { ticket: denied, task: () => Promise.reject(new EngineError('offline')) } })).remote.find('x1', quiet())).rejects.toMatchObject({ code: 'offline' });
    expect(await (await desk({ get: { ticket: async (id) => ticket(id), task: denied } })).remote.find('x1', quiet())).toHaveLength(1);
  });

  it('stores nothing once it was given up, or the engine ended', async () => {
    let arrive: (row: unknown) => void = () => undefined;
    const late: Answer = (id) => new Promise((resolve) => { arrive = () => resolve(ticket(id)); });
    for (const end of ['abort', 'dispose'] as const) {
      const { remote, commits } = await desk({ get: { ticket: late } });
      const asking = new AbortController();
      const found = remote.find('x1', asking.signal);
      const ended = end === 'abort' ? asking.abort() : remote.dispose();
      arrive(null);
      await expect(found).rejects.toBeDefined();
      await ended;
      expect(commits).toEqual([]);
    }
  });
});

describe('lookup calls', () => {
  const handlersOf = async (remote: Pick<RemoteLookup, 'find'> | null, webLinks?: { ticket: string | null; task: null }) => {
    const { store, clock } = await desk();
    await store.commitPage({ entity: 'ticket', rows: [ticket('a', { number: '77', description: 'x'.repeat(900), assigneeName: 'Ana' })], quarantined: [], source: 'poll', baseline: true, now: T0 });
    const did: string[] = [];
    const note = (what: string) => (): void => void did.push(what);
    const handlers = lookupHandlers({ store, clock, me: () => null, navigate: note('navigate'), show: note('show'), hide: note('hide'), remote: () => remote, items: createItemActions({ store, profile: () => (webLinks ? { webLinks } : {}), writeClipboard: async (text) => void did.push(`copy ${text}`), openLink: (link) => void did.push(`browse ${link}`) }) });
    return { handlers, did };
  };

  it('gives what came as results, and asks nothing for words', async () => {
    const asked: string[] = [];
    const { handlers } = await handlersOf({ find: async (key) => { asked.push(key); return [{ entity: 'ticket', id: 'a' }]; } });
    expect(await handlers['lookup.remote']({ query: '#77x' })).toMatchObject({ ok: true, value: { results: [{ id: 'a' }] } });
    expect(await handlers['lookup.remote']({ query: 'maria silva' })).toEqual({ ok: true, value: { results: [] } });
    expect(asked).toEqual(['77x']);
  });

  it('gives up the former question when the next comes, or on cancel', async () => {
    const signals: AbortSignal[] = [];
    const { handlers } = await handlersOf({ find: (_key, signal) => new Promise((_resolve, reject) => { signals.push(signal); signal.addEventListener('abort', () => reject(new Error('given up'))); }) });
    const first = handlers['lookup.remote']({ query: '1001' });
    const second = handlers['lookup.remote']({ query: '1002' });
    expect(await first).toEqual({ ok: true, value: { results: [] } });
    await handlers['lookup.cancel'](null);
    expect(await second).toEqual({ ok: true, value: { results: [] } });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  it('says so when nobody is signed in', async () => {
    expect(await (await handlersOf(null)).handlers['lookup.remote']({ query: '1001' })).toMatchObject({ error: { code: 'signedOut' } });
  });

  it('previews the beginning of a description', async () => {
    const { handlers } = await handlersOf(null);
    expect(await handlers['lookup.preview']({ entity: 'ticket', id: 'a' })).toEqual({ ok: true, value: { description: 'x'.repeat(600), assigneeName: 'Ana' } });
    expect(await handlers['lookup.preview']({ entity: 'task', id: 'a' })).toMatchObject({ error: { code: 'notFound' } });
  });

  it('copies and opens the address where the profile knows one, else copies the number', async () => {
    const item = { entity: 'ticket', id: 'a' } as const;
    const linked = await handlersOf(null, { ticket: 'https://cx.example/t/{id}', task: null });
    expect(await linked.handlers['lookup.copy'](item)).toEqual({ ok: true, value: { copied: 'link' } });
    expect(await linked.handlers['lookup.browse'](item)).toEqual({ ok: true, value: { opened: true } });
    expect(linked.did).toEqual(['copy https://cx.example/t/a', 'browse https://cx.example/t/a', 'hide']);
    const plain = await handlersOf(null);
    expect(await plain.handlers['lookup.copy'](item)).toEqual({ ok: true, value: { copied: 'number' } });
    expect(await plain.handlers['lookup.browse'](item)).toEqual({ ok: true, value: { opened: false } });
    expect(await plain.handlers['lookup.copy']({ entity: 'ticket', id: 'nobody' })).toEqual({ ok: true, value: { copied: 'nothing' } });
    expect(plain.did).toEqual(['copy 77']);
  });
});
