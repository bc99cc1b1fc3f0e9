import type { QueueEntity } from '../../contract/entity.ts';
import type { Bridge } from '../../contract/ipc/bridge.ts';
import { callSchemas, type Reply, type Request } from '../../contract/ipc/calls.ts';
import type { CallName, EventName } from '../../contract/ipc/channels.ts';
import { eventSchemas, type EventPayload } from '../../contract/ipc/events.ts';
import type { QueuePlace } from '../../contract/models/queue-place.ts';
import type { QueueRow } from '../../contract/models/views.ts';
import type { ProfileEntry } from '../../contract/profile/proposal.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Notice, Status } from '../../contract/status.ts';
import { fakeDayCalls } from './fake-day-calls.ts';
import { fakeProfileCalls, SAMPLE_PROFILES } from './fake-profile-calls.ts';
import { fakeQueueCalls } from './fake-queue-calls.ts';
import { SAMPLE_CHECKS, sampleDetail, sampleResult, sampleSettings, sampleStatus } from './renderer-data.ts';

/** Answers to calls, by name. */
export type Handlers = { [C in CallName]: (request: Request<C>) => Promise<Result<Reply<C>>> | Result<Reply<C>> };

/** What a fake bridge is about. Tests may change it; a push tells the windows. */
export interface FakeWorld {
  status: Status;
  settings: Settings;
  notices: Notice[];
  rows: Record<QueueEntity, QueueRow[]>;
  platform: string;
  verified: boolean;
  profiles: ProfileEntry[];
  /** What the window has noted of where it is. */
  place: QueuePlace | null;
}

/** A bridge without a main process. Requests, replies and events are held to the contract's schemas. */
export interface FakeBridge extends Bridge {
  readonly world: FakeWorld;
  /** Every call so far. */
  readonly calls: { name: CallName; request: unknown }[];
  /** Requests of one kind of call. */
  asked<C extends CallName>(name: C): Request<C>[];
  /** Answers a call another way from now on. */
  answer<C extends CallName>(name: C, handler: Handlers[C]): void;
  push<E extends EventName>(name: E, payload: EventPayload<E>): void;
}

/** Makes a {@link FakeBridge}; `world` says what differs from a live, empty one. */
export function fakeBridge(world: Partial<FakeWorld> = {}): FakeBridge {
  const full: FakeWorld = { status: sampleStatus(), settings: sampleSettings(), notices: [], rows: { ticket: [], task: [] }, platform: 'linux', verified: false, profiles: [...SAMPLE_PROFILES], place: null, ...world };
  const calls: FakeBridge['calls'] = [];
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const push: FakeBridge['push'] = (name, payload) => {
    eventSchemas[name].parse(payload);
    for (const listener of listeners.get(name) ?? []) (listener as (payload: unknown) => void)(payload);
  };
  const handlers = defaultHandlers(full, push);
  return {
    world: full,
    calls,
    asked: <C extends CallName>(name: C) => calls.filter((call) => call.name === name).map((call) => call.request as Request<C>),
    answer: (name, handler) => void Object.assign(handlers, { [name]: handler }),
    push,
    async call(name, request) {
      callSchemas[name].request.parse(request);
      calls.push({ name, request });
      const result = await (handlers[name] as (request: unknown) => Promise<Result<never>>)(request);
      if (result.ok) callSchemas[name].reply.parse(result.value);
      return structuredClone(result);
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
  };
}

function defaultHandlers(world: FakeWorld, push: FakeBridge['push']): Handlers {
  const find = (entity: QueueEntity, id: string) => world.rows[entity].find((row) => row.id === id);
  return {
    'app.start': () => ok({ version: '0.1.0', electron: '45.4.1', platform: world.platform, signedIn: world.status.state !== 'signedOut', profile: profileInUse(world), settings: world.settings, status: world.status, notices: world.notices, place: world.place }),
    'place.keep': (place) => {
      world.place = place;
      return ok(null);
    },
    'session.test': () => ok({ checks: [...SAMPLE_CHECKS], host: 'api.cxpress.example' }),
    'session.signIn': ({ baseUrl }) => {
      world.settings = { ...world.settings, baseUrl };
      world.status = { ...world.status, state: 'live' };
      push('status.changed', world.status);
      return ok({ checks: [...SAMPLE_CHECKS], host: 'api.cxpress.example', kept: 'keyring' as const });
    },
    'session.signOut': () => {
      world.status = { ...world.status, state: 'signedOut' };
      push('status.changed', world.status);
      return ok(null);
    },
    'sync.now': () => ok(null),
    'status.get': () => ok(world.status),
    ...fakeQueueCalls(world, push),
    ...fakeDayCalls(world),
    'lookup.search': ({ query, limit }) => {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      const all = [...world.rows.ticket, ...world.rows.task];
      const hits = all.filter((row) => words.every((word) => `${row.number ?? ''} ${row.title} ${row.consumerName ?? ''}`.toLowerCase().includes(word)));
      return ok({ results: hits.slice(0, limit).map((row) => sampleResult(row, row.number?.startsWith(query) ? 'number' : 'title')), tookMs: 1 });
    },
    'lookup.show': () => ok(null),
    'lookup.open': () => ok(null),
    'lookup.hide': () => ok(null),
    'lookup.remote': () => ok({ results: [] }),
    'lookup.cancel': () => ok(null),
    'lookup.preview': ({ entity, id }) => {
      const row = find(entity, id);
      return row ? ok({ description: sampleDetail(row).description.slice(0, 600), assigneeName: row.assigneeName }) : fail('notFound');
    },
    'lookup.copy': () => ok({ copied: 'number' as const }),
    'lookup.browse': () => ok({ opened: false }),
    'settings.get': () => ok(world.settings),
    'settings.update': (patch) => {
      world.settings = { ...world.settings, ...(patch as Partial<Settings>) };
      push('settings.changed', world.settings);
      return ok(world.settings);
    },
    'notice.dismiss': ({ code }) => {
      world.notices = world.notices.filter((notice) => notice.code !== code);
      push('notices.changed', world.notices);
      return ok(null);
    },
    'notification.test': () => ok({ shown: true, via: 'electron' }),
    ...fakeProfileCalls(world),
  };
}

function profileInUse({ profiles, verified }: FakeWorld): Reply<'app.start'>['profile'] {
  const active = profiles.find((profile) => profile.active);
  return { id: active?.id ?? '', name: active?.name ?? '', verified };
}
