import type { DesktopFacts } from '../../../contract/desktop-facts.ts';
import { ok } from '../../../contract/result.ts';
import type { FirstRunStep } from '../../../contract/first-run-steps.ts';
import type { Status } from '../../../contract/status.ts';
import { fakeBridge, type FakeBridge } from '../fake-bridge.ts';
import { sampleQueue, sampleSettings, sampleStatus } from '../renderer-data.ts';

const FACTS: DesktopFacts = { tray: true, kind: 'kde', wayland: false, hotkeyBound: true, login: 'off', tellsLock: true, doNotDisturb: 'off' };
const DEPARTMENTS = ['Suporte Técnico', 'Financeiro', 'Logística', 'Devoluciones y Garantía', 'Customer Success'].map((name, index) => ({ id: `department-${index}`, name, employees: index === 0 ? ['agent-1'] : [] }));
const AGENTS = ['Beatriz Nogueira', 'João Pedro Albuquerque', 'Valeria Montaño', 'Íris Camargo'].map((name, index) => ({ key: `id:agent-${index + 1}`, id: `agent-${index + 1}`, name, count: 120 - index * 30 }));

/** Somebody who has signed in and is at a step of the set-up, on a desktop that differs by `facts` from one where everything is well. */
export function setUpAt(step: FirstRunStep, { facts = {}, status = {}, known = true }: { facts?: Partial<DesktopFacts>; status?: Partial<Status>; known?: boolean } = {}): FakeBridge {
  const bridge = fakeBridge({ rows: { ticket: sampleQueue('ticket', 40), task: sampleQueue('task', 10) }, settings: sampleSettings({ firstRunStep: step }), status: sampleStatus(status) });
  bridge.answer('desktop.facts', () => ok({ ...FACTS, ...facts }));
  bridge.answer('agents.list', () => ok({ agents: known ? [...AGENTS] : [], departments: known ? DEPARTMENTS.map((department) => ({ ...department })) : [] }));
  return bridge;
}

function silent(bridge: FakeBridge): FakeBridge {
  bridge.answer('notification.test', () => ok({ shown: false, via: 'electron' }));
  bridge.answer('hotkey.try', () => ok({ heard: false }));
  return bridge;
}
function patient(bridge: FakeBridge): FakeBridge {
  bridge.answer('hotkey.try', () => new Promise(() => undefined));
  return bridge;
}

/** Scenes of the set-up's steps, by name. */
export const FIRST_RUN_SCENES: Record<string, () => FakeBridge> = {
  setUpConnected: () => setUpAt('connect'),
  setUpIdentity: () => setUpAt('identity'),
  setUpReading: () => setUpAt('identity', { known: false, status: { state: 'catchingUp', completeUpTo: null, progress: { done: 320, total: 500, entity: 'ticket', leftMs: null } } }),
  setUpNotifications: () => setUpAt('notifications', { facts: { kind: 'windows' } }),
  setUpNotShown: () => silent(setUpAt('notifications', { facts: { kind: 'gnome', doNotDisturb: 'on' } })),
  setUpTrayWindows: () => setUpAt('tray', { facts: { kind: 'windows' } }),
  setUpTrayMac: () => setUpAt('tray', { facts: { kind: 'macos' } }),
  setUpTrayGnome: () => setUpAt('tray', { facts: { kind: 'gnome' } }),
  setUpTrayKde: () => setUpAt('tray'),
  setUpTrayMissing: () => setUpAt('tray', { facts: { kind: 'gnome', tray: false } }),
  setUpHotkey: () => patient(setUpAt('hotkey')),
  setUpHotkeyWayland: () => silent(setUpAt('hotkey', { facts: { wayland: true, kind: 'gnome' } })),
  setUpLogin: () => setUpAt('login'),
  setUpLoginBlocked: () => setUpAt('login', { facts: { kind: 'windows', login: 'blocked' } }),
  setUpLoginUnavailable: () => setUpAt('login', { facts: { kind: 'other', login: 'unavailable' } }),
};
