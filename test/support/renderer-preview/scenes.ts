import { ENTITIES } from '../../../contract/entity.ts';
import type { QueueRow } from '../../../contract/models/views.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Settings } from '../../../contract/settings.ts';
import { EVERYTHING } from '../../../renderer/queue/filters.ts';
import { departmentId } from '../fake-queue-calls.ts';
import { fakeBridge, type FakeBridge } from '../fake-bridge.ts';
import { FIRST_RUN_SCENES } from './first-run-scenes.ts';
import { NOW, sampleQueue, sampleSettings, sampleStatus } from '../renderer-data.ts';
import { sampleProposal } from '../sample-proposal.ts';
import { withDay } from '../sample-day.ts';

const HOUR = 3_600_000;
const NOTHING = { ticket: [], task: [] };
const rows = () => ({ ticket: sampleQueue('ticket', 512), task: sampleQueue('task', 120) });
const signedOut = () => ({ status: sampleStatus({ state: 'signedOut', completeUpTo: null, sessionGoodUntil: null, unread: { ticket: 0, task: 0 } }), settings: sampleSettings({ baseUrl: '' }) });

function testFails(bridge: FakeBridge): FakeBridge {
  bridge.answer('session.test', () => fail('apiTokenRejected'));
  bridge.answer('session.signIn', () => fail('unreachable', { host: 'api.cxpress.example' }));
  return bridge;
}
function nothingFound(bridge: FakeBridge): FakeBridge {
  bridge.answer('lookup.search', () => ok({ results: [], tookMs: 1 }));
  return bridge;
}
function notTheApi(bridge: FakeBridge): FakeBridge {
  bridge.answer('session.test', () => ok({ host: 'app.cxpress.example', checks: ENTITIES.map((entity) => ({ entity, outcome: 'failed' as const, total: null, error: { code: 'notFound' as const } })) }));
  return bridge;
}
function importsNothingUsable(bridge: FakeBridge): FakeBridge {
  bridge.answer('profiles.choose', () => ok(sampleProposal({ 'ticket.list': null, 'task.list': null })));
  return bridge;
}
function refusesFiles(bridge: FakeBridge): FakeBridge {
  bridge.answer('profiles.choose', () => fail('fileNotCollection'));
  return bridge;
}
function slow(bridge: FakeBridge): FakeBridge {
  bridge.answer('queue.page', () => new Promise(() => undefined));
  return bridge;
}

/** The first rows with every sign a row can have: followed, back from a snooze in both ways, just taken by somebody else, snoozed. */
function eventful(): QueueRow[] {
  const signs: Partial<QueueRow>[] = [
    { woke: 'time' }, { woke: 'change', followed: true }, { assigneeName: 'Ana Paula Rodrigues', takenAt: NOW - 2 * 60_000 }, { followed: true }, {}, { snoozedUntil: NOW + 18 * HOUR, followed: true }, { snoozedUntil: NOW + 3 * HOUR },
  ];
  return sampleQueue('ticket', 512).map((row, index) => ({ ...row, ...signs[index] }));
}
/** An agent who said who they are, with views of their own. */
const myDay = (change: Partial<Settings> = {}) => fakeBridge({
  rows: { ticket: eventful(), task: sampleQueue('task', 120) },
  settings: sampleSettings({
    me: { key: 'name:Beatriz Nogueira', id: null, name: 'Beatriz Nogueira' }, myDepartmentIds: [departmentId('Financeiro'), departmentId('Suporte Técnico')],
    savedViews: [
      { id: 'urgent', name: 'Financeiro, urgentes', entity: 'ticket', filter: { ...EVERYTHING, departmentIds: [departmentId('Financeiro')], priorities: ['Urgent'] } },
      { id: 'overdue', name: 'Overdue tasks', entity: 'task', filter: { ...EVERYTHING, due: 'overdue' } },
      { id: 'long', name: 'Responsabilização por transferências internacionais', entity: 'ticket', filter: { ...EVERYTHING, statuses: ['Pending', 'Waiting on customer'], tagIds: ['tag-3'] } },
    ],
    ...change,
  }),
});

/** What each scene of the preview shows, by name. */
export const SCENES: Record<string, () => FakeBridge> = {
  ...FIRST_RUN_SCENES,
  firstRun: () => fakeBridge(signedOut()),
  firstRunErrors: () => testFails(fakeBridge(signedOut())),
  firstRunMemory: () => fakeBridge({ ...signedOut(), status: { ...signedOut().status, secureStorage: { state: 'memory', backend: 'basic_text' } }, notices: [{ code: 'databaseRebuilt' }] }),
  live: () => fakeBridge({ rows: rows() }),
  told: () => withDay(fakeBridge({ rows: rows() })),
  day: () => myDay(),
  highContrast: () => myDay({ contrast: 'more' }),
  many: () => fakeBridge({ rows: { ticket: sampleQueue('ticket', 100_000), task: [] } }),
  listener: () => fakeBridge({ rows: rows(), settings: sampleSettings({ webhookListener: true, notificationsPausedUntil: NOW + HOUR }), status: sampleStatus({ hintUrl: 'http://127.0.0.1:49311/hint/3f9c1d7b20a84e55b1c7a9d2e6f0c4b8', hintsReceived: 12 }) }),
  firstSync: () => fakeBridge({ rows: { ticket: sampleQueue('ticket', 6), task: [] }, status: sampleStatus({ state: 'catchingUp', completeUpTo: null, progress: { done: 320, total: 500, entity: 'ticket', leftMs: null } }) }),
  firstSyncDone: () => fakeBridge({ rows: rows(), status: sampleStatus({ firstSync: { tickets: 500, tasks: 120, consumers: 240, departments: 8, requests: 9, ms: 1400 } }) }),
  empty: () => fakeBridge({ rows: NOTHING, status: sampleStatus({ unread: { ticket: 0, task: 0 } }) }),
  loading: () => slow(fakeBridge()),
  noPermission: () => fakeBridge({ rows: NOTHING, status: sampleStatus({ missingPermissions: ['ticket', 'consumerTag'], unread: { ticket: 0, task: 0 } }) }),
  offline: () => fakeBridge({ rows: rows(), status: sampleStatus({ state: 'offline', completeUpTo: NOW - 3 * HOUR }) }),
  blocked: () => fakeBridge({ rows: rows(), status: sampleStatus({ state: 'blocked', blockedUntil: NOW + 9 * 60_000, error: { code: 'blocked', params: { until: NOW + 9 * 60_000 } } }) }),
  needsTokens: () => fakeBridge({ rows: rows(), status: sampleStatus({ state: 'needsTokens', completeUpTo: NOW - 26 * HOUR, sessionGoodUntil: NOW - 26 * HOUR }) }),
  troubled: () => fakeBridge({
    rows: rows(),
    status: sampleStatus({ missingPermissions: ['task'], secureStorage: { state: 'memory', backend: 'basic_text' }, quarantined: 3, error: { code: 'serverError', params: { status: 502 } }, sessionGoodUntil: NOW + 30 * HOUR }),
    notices: [{ code: 'keyringAbsent' }, { code: 'hotkeyTaken' }, { code: 'closeToTray' }],
  }),
  waiting: () => fakeBridge({ rows: rows(), status: sampleStatus({ state: 'catchingUp', progress: { done: 320, total: 500, entity: 'ticket', leftMs: null }, rate: { used: 18, budget: 18, waiting: 6, pace: 100 } }) }),
  firstRunNotTheApi: () => notTheApi(fakeBridge(signedOut())),
  importUnusable: () => importsNothingUsable(fakeBridge({ rows: rows() })),
  importRefused: () => refusesFiles(fakeBridge({ rows: rows() })),
  nothingFound: () => nothingFound(fakeBridge({ rows: rows() })),
};
