import type { Diagnostic } from '../../contract/diagnostics.ts';
import type { LedgerEntry } from '../../contract/models/ledger.ts';
import { ok } from '../../contract/result.ts';
import { ruleSchema, ruleConditionSchema, type Rule, type RuleCondition } from '../../contract/rules.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { departmentId } from './fake-queue-calls.ts';
import { NOW } from './renderer-data.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A rule, by what differs from one about everything that notifies with sound. */
export function sampleRule(id: string, name: string, when: Partial<RuleCondition>, rest: Partial<Rule> = {}): Rule {
  return ruleSchema.parse({ id, name, on: true, when: ruleConditionSchema.parse(when), action: 'toast', sound: true, breaksQuiet: false, ...rest });
}

/** Four rules as a desk has them. */
export const SAMPLE_RULES: readonly Rule[] = [
  sampleRule('urgent', 'Urgent, even at night', { entity: 'ticket', events: ['new', 'changed'], priorities: ['Urgent'] }, { breaksQuiet: true }),
  sampleRule('unclaimed', 'Left lying', { entity: 'ticket', events: ['waiting'], departments: [departmentId('Financeiro'), departmentId('Suporte Técnico')], assignee: 'nobody', olderThanMinutes: 15 }),
  sampleRule('refunds', 'Refunds go into the summary', { keyword: 'reembolso', tagIds: ['tag-3'] }, { action: 'summary', sound: false, on: false }),
  sampleRule('logistics', 'Nothing from logistics', { departments: [departmentId('Logística')], fields: ['status', 'customFields'] }, { action: 'ignore', sound: false }),
];

/** One entry of a ledger, by what differs from a ticket that was told at once. */
export function sampleEntry(seq: number, change: Partial<LedgerEntry> = {}): LedgerEntry {
  const seenAt = NOW - (200 - seq) * 7 * MINUTE;
  return {
    seq, entity: 'ticket', id: `ticket-${200 - seq}`, number: String(104_000 + seq), title: `Pedido ${seq} não chegou`, kind: 'new', changes: [], at: seenAt - 4000, seenAt, source: 'poll', decision: 'toast', rule: 'default:mine', ruleName: null, summary: null,
    toast: { claimedAt: seenAt + 500, shown: true, via: 'electron', detail: null, clickedAt: null, withdrawnAt: null }, ...change,
  };
}

/** A ledger with each outcome at its top, newest first. */
export function sampleLedger(): LedgerEntry[] {
  const status = { field: 'status', label: null, from: 'Open', to: 'Pending' };
  const shown = { claimedAt: NOW - HOUR, shown: true, via: 'electron', detail: null, clickedAt: null, withdrawnAt: null };
  const top: LedgerEntry[] = [
    sampleEntry(200, { title: 'Não consigo acessar o painel desde a atualização', rule: 'urgent', ruleName: 'Urgent, even at night', toast: { ...shown, clickedAt: NOW - HOUR + 9000 } }),
    sampleEntry(199, { kind: 'changed', changes: [status, { field: 'departmentId', label: null, from: 'Comercial', to: 'Suporte Técnico' }], source: 'hint', decision: 'quietHours', rule: 'unclaimed', ruleName: 'Left lying', seenAt: new Date(2026, 10, 20, 22, 14).getTime(), toast: null }),
    sampleEntry(198, { title: 'Invoice 2026-0931 was charged twice', decision: 'badge', rule: 'default:others', toast: null }),
    sampleEntry(197, { entity: 'task', id: 'task-3', number: '8297', title: 'Confirmar dirección de entrega', decision: 'ignored', rule: 'old-rule', ruleName: 'Nothing from bots', toast: null }),
    sampleEntry(196, { decision: null, rule: null, toast: null }),
    sampleEntry(195, { decision: 'summary', summary: 'flood', rule: 'default:unassigned' }),
    sampleEntry(194, { decision: 'paused', rule: 'default:departments', toast: null }),
    sampleEntry(193, { kind: 'deleted', decision: 'quiet', rule: 'default:gone', toast: null }),
    sampleEntry(192, { kind: 'woke', source: 'clock', rule: 'default:woke', toast: { ...shown, shown: false, detail: 'org.freedesktop.DBus.Error.ServiceUnknown', withdrawnAt: NOW - 20 * MINUTE } }),
    sampleEntry(191, { decision: 'toast', rule: null, toast: { ...shown, shown: null } }),
  ];
  return [...top, ...Array.from({ length: 190 }, (_, index) => sampleEntry(190 - index))];
}

/** Self-tests of a desktop with one trouble of each weight. */
export const SAMPLE_CHECKS_RUN: readonly Diagnostic[] = [
  { check: 'storage', outcome: 'good', code: 'kept', params: { count: 12_408 } },
  { check: 'keyring', outcome: 'good', code: 'sealed', params: { backend: 'gnome_libsecret' } },
  { check: 'session', outcome: 'good', code: 'signedIn', params: { hours: 150 } },
  { check: 'network', outcome: 'bad', code: 'tls', params: {} },
  { check: 'clock', outcome: 'unknown', code: 'notAsked', params: {} },
  { check: 'notifications', outcome: 'good', code: 'shown', params: { via: 'electron' } },
  { check: 'tray', outcome: 'warn', code: 'absentGnome', params: {} },
  { check: 'hotkey', outcome: 'good', code: 'bound', params: { hotkey: 'CommandOrControl+Shift+K' } },
  { check: 'webhook', outcome: 'good', code: 'off', params: {} },
  { check: 'quarantine', outcome: 'warn', code: 'some', params: { count: 3 } },
  { check: 'diskSpace', outcome: 'good', code: 'enough', params: { megabytes: 48_211 } },
];

/** Gives a bridge rules, a ledger, self-tests and a rule that matches; what it has else stays. */
export function withDay(bridge: FakeBridge): FakeBridge {
  const ledger = sampleLedger();
  bridge.world.settings = { ...bridge.world.settings, rules: [...SAMPLE_RULES], quietHours: { ...bridge.world.settings.quietHours, on: true } };
  bridge.answer('ledger.page', ({ item, search, offset, limit }) => {
    const found = ledger.filter((entry) => (item === null || (entry.entity === item.entity && entry.id === item.id)) && `${entry.number ?? ''} ${entry.title} ${entry.ruleName ?? ''}`.toLowerCase().includes(search.toLowerCase()));
    return ok({ total: found.length, entries: found.slice(offset, offset + limit) });
  });
  bridge.answer('rules.tryOut', () => ok({
    events: 340, matched: 12,
    examples: bridge.world.rows.ticket.slice(0, 3).map(({ entity, id, number, title }, index) => ({ entity, id, number, title, kind: index === 1 ? 'changed' as const : 'new' as const, seenAt: NOW - (index + 1) * HOUR })),
  }));
  bridge.answer('diagnostics.run', () => ok({ checks: [...SAMPLE_CHECKS_RUN] }));
  return bridge;
}
