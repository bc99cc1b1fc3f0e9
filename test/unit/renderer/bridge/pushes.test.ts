import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventPayload } from '../../../../contract/ipc/events.ts';
import { createCoalescer } from '../../../../renderer/bridge/coalescer.ts';
import { keepEarlyNavigation } from '../../../../renderer/bridge/early-navigation.ts';
import { listenToPushes } from '../../../../renderer/bridge/events.ts';
import { filterKey } from '../../../../renderer/bridge/filter-key.ts';
import { keys } from '../../../../renderer/bridge/keys.ts';
import { createQueryClient } from '../../../../renderer/bridge/query-client.ts';
import { EVERYTHING } from '../../../../renderer/queue/filters.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { sampleStatus } from '../../../support/renderer-data.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('coalescer', () => {
  it('runs at once, then gathers, then rests', () => {
    const runs: (readonly number[])[] = [];
    const coalescer = createCoalescer<number>((items) => runs.push(items), 100);
    for (const item of [1, 2, 3]) coalescer.add(item);
    expect(runs).toEqual([[1]]);
    vi.advanceTimersByTime(100);
    expect(runs).toEqual([[1], [2, 3]]);
    vi.advanceTimersByTime(1_000);
    coalescer.add(4);
    expect(runs).toEqual([[1], [2, 3], [4]]);
  });
  it('leaves no timer behind when disposed', () => {
    const coalescer = createCoalescer<number>(() => undefined, 100);
    coalescer.add(1);
    coalescer.add(2);
    coalescer.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('pushes', () => {
  /** A cache with one observed and one unobserved chunk of each queue and an observed ticket; counts what is asked for. */
  function observed() {
    const bridge = fakeBridge();
    const queries = createQueryClient();
    const asked: string[] = [];
    const watch = (queryKey: readonly unknown[]) => new QueryObserver(queries, { queryKey, queryFn: () => (asked.push(queryKey.map((part) => (part === filterKey(EVERYTHING) ? 'all' : part)).join(' ')), Promise.resolve(1)) }).subscribe(() => undefined);
    const offs = [keys.chunk('ticket', EVERYTHING, 0), keys.chunk('task', EVERYTHING, 0), keys.item('ticket', 'a')].map(watch);
    queries.setQueryData(keys.chunk('ticket', EVERYTHING, 7), 1);
    const pushes = listenToPushes(bridge, queries);
    return { bridge, queries, asked, dispose: () => { pushes.dispose(); offs.forEach((off) => off()); queries.clear(); } };
  }
  async function askedAfter(change: EventPayload<'items.changed'>): Promise<string[]> {
    const world = observed();
    await vi.advanceTimersByTimeAsync(0);
    world.asked.length = 0;
    world.bridge.push('items.changed', change);
    await vi.advanceTimersByTimeAsync(200);
    world.dispose();
    return world.asked;
  }

  it('asks again only for what is on screen and may show the change', async () => {
    expect(await askedAfter({ entity: 'ticket', ids: ['b'], all: false })).toEqual(['queue ticket all 0']);
    expect(await askedAfter({ entity: 'ticket', ids: ['a'], all: false })).toEqual(['queue ticket all 0', 'item ticket a']);
    expect(await askedAfter({ entity: 'task', ids: ['x'], all: false })).toEqual(['queue task all 0', 'item ticket a']);
  });
  it('takes a changed name as a change everywhere, because names are joined in', async () => {
    expect(await askedAfter({ entity: 'department', ids: ['d'], all: false })).toEqual(['queue ticket all 0', 'queue task all 0', 'item ticket a']);
  });
  it('marks what is not on screen stale, to be asked for when it is shown again', async () => {
    const world = observed();
    world.bridge.push('items.changed', { entity: 'ticket', ids: [], all: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(world.queries.getQueryState(keys.chunk('ticket', EVERYTHING, 7))?.isInvalidated).toBe(true);
    world.dispose();
  });
  it('answers a burst with few requests', async () => {
    const world = observed();
    await vi.advanceTimersByTimeAsync(0);
    world.asked.length = 0;
    for (let i = 0; i < 500; i++) world.bridge.push('items.changed', { entity: 'ticket', ids: [`t${i}`], all: false });
    await vi.advanceTimersByTimeAsync(500);
    expect(world.asked.length).toBe(2);
    world.dispose();
  });
  it('puts snapshots in place, and hears nothing after dispose', () => {
    const bridge = fakeBridge();
    const queries = createQueryClient();
    const pushes = listenToPushes(bridge, queries);
    bridge.push('status.changed', sampleStatus({ state: 'offline' }));
    expect(queries.getQueryData(keys.status)).toMatchObject({ state: 'offline' });
    pushes.dispose();
    bridge.push('status.changed', sampleStatus({ state: 'live' }));
    expect(queries.getQueryData(keys.status)).toMatchObject({ state: 'offline' });
    queries.clear();
  });
});

describe('counts', () => {
  it('are asked for again after changes, a burst counting once, and when the person is somebody else', async () => {
    const bridge = fakeBridge();
    const queries = createQueryClient();
    let asked = 0;
    const wishes = [{ entity: 'ticket' as const, filter: EVERYTHING }];
    const off = new QueryObserver(queries, { queryKey: keys.counts(wishes), queryFn: () => Promise.resolve(++asked) }).subscribe(() => undefined);
    queries.setQueryData(keys.start, { settings: bridge.world.settings });
    const pushes = listenToPushes(bridge, queries);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(1);
    for (let i = 0; i < 100; i++) bridge.push('items.changed', { entity: 'ticket', ids: [`t${i}`], all: false });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toBe(3);
    bridge.push('settings.changed', { ...bridge.world.settings, theme: 'dark' });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(3);
    bridge.push('settings.changed', { ...bridge.world.settings, me: { key: 'id:1', id: '1', name: 'Ana' } });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(4);
    pushes.dispose();
    off();
    queries.clear();
  });
});

describe('early navigation', () => {
  it('keeps the last one for the first listener, once', () => {
    const inner = fakeBridge();
    const bridge = keepEarlyNavigation(inner);
    inner.push('navigate', { to: 'settings' });
    inner.push('navigate', { to: 'item', entity: 'ticket', id: 'a' });
    const heard: unknown[] = [];
    const off = bridge.on('navigate', (event) => heard.push(event));
    expect(heard).toEqual([{ to: 'item', entity: 'ticket', id: 'a' }]);
    inner.push('navigate', { to: 'settings' });
    expect(heard).toHaveLength(2);
    off();
    bridge.on('navigate', (event) => heard.push(event));
    expect(heard).toHaveLength(2);
  });
});
