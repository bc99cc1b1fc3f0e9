import { ok } from '../../contract/result.ts';
import type { FakeWorld, Handlers } from './fake-bridge.ts';

type DayCalls = 'settings.export' | 'settings.import' | 'proxy.signIn' | 'rules.tryOut' | 'rules.export' | 'rules.import' | 'ledger.page' | 'diagnostics.run' | 'diagnostics.export' | 'desktop.facts' | 'hotkey.try' | 'hotkey.cancel';

/** Calls of settings, rules, ledger and diagnostics on a fake bridge: a desktop where everything is well and nothing has happened. */
export function fakeDayCalls(world: FakeWorld): Pick<Handlers, DayCalls> {
  return {
    'settings.export': () => ok({ saved: true }),
    'settings.import': () => ok(world.settings),
    'proxy.signIn': () => ok(null),
    'rules.tryOut': () => ok({ events: 0, matched: 0, examples: [] }),
    'rules.export': () => ok({ saved: true }),
    'rules.import': () => ok(null),
    'ledger.page': () => ok({ total: 0, entries: [] }),
    'diagnostics.run': () => ok({ checks: [] }),
    'diagnostics.export': () => ok({ saved: true }),
    'desktop.facts': () => ok({ tray: true, kind: 'kde' as const, wayland: false, hotkeyBound: true, login: 'off' as const, tellsLock: true, doNotDisturb: 'off' as const }),
    'hotkey.try': () => ok({ heard: true }),
    'hotkey.cancel': () => ok(null),
  };
}
