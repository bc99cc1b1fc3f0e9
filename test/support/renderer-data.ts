import type { QueueEntity } from '../../contract/entity.ts';
import type { ConsumerView, ItemDetail, LookupResult, QueueRow, TagView } from '../../contract/models/views.ts';
import { settingsSchema, type Settings } from '../../contract/settings.ts';
import type { PermissionCheck, Status } from '../../contract/status.ts';

/** The moment at which the data below is looked at: Sunday 22 November 2026, 14:03 in the machine's zone. */
export const NOW = new Date(2026, 10, 22, 14, 3, 20).getTime();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const TITLES: Record<QueueEntity, readonly string[]> = {
  ticket: [
    'Não consigo acessar o painel desde a atualização', 'Nota fiscal emitida com CNPJ errado', 'Entrega atrasada: pedido saiu há nove dias', 'Reembolso ainda não caiu na conta',
    'Cannot export the monthly report', 'El pedido llegó incompleto y con el embalaje dañado', 'Solicitação de cancelamento do plano anual', 'Webhook deliveries stopped on Friday',
    'Responsabilização por inconstitucionalissimamente longas transferências internacionais', 'Consulta sobre garantía extendida', 'Boleto vencido, preciso da segunda via', 'Invoice 2026-0931 was charged twice',
  ],
  task: ['Ligar para a transportadora', 'Enviar segunda via do boleto', 'Check the export with the data team', 'Confirmar dirección de entrega', 'Revisar contrato anual', 'Prepare onboarding call'],
};
const PEOPLE = ['Maria Aparecida dos Santos', 'João Pedro Albuquerque', 'Valeria Montaño', 'Hannah Doyle', 'Íris Camargo', 'Tiago Vasconcelos e Silva', null];
/** Departments of the sample rows. */
export const DEPARTMENTS = ['Suporte Técnico', 'Financeiro', 'Logística', 'Devoluciones y Garantía', 'Customer Success'];
const STATUSES: Record<QueueEntity, readonly string[]> = { ticket: ['Open', 'Pending', 'Waiting on customer', 'Resolved', 'Open', 'Closed'], task: ['To do', 'In progress', 'Waiting', 'Done'] };
const TAGS: readonly TagView[] = [
  { id: 'tag-1', name: 'Urgente', color: '#e5484d' }, { id: 'tag-2', name: 'Nota fiscal', color: '#0091ff' }, { id: 'tag-3', name: 'Reembolso', color: '#8e4ec6' }, { id: 'tag-4', name: 'Entrega atrasada', color: '#f76808' },
];

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

function dueAt(index: number): number | null {
  if (index % 4 === 0) return NOW + (index % 3 === 0 ? -2 * HOUR : 3 * HOUR);
  return index % 7 === 3 ? NOW + 2 * DAY : index % 11 === 5 ? NOW - 5 * DAY : null;
}

/** The row at a place of a queue, newest first; the same for the same place. */
export function sampleRow(entity: QueueEntity, index: number): QueueRow {
  const updatedAt = NOW - (index < 8 ? index * 7 * MINUTE : index < 30 ? index * HOUR : index * 9 * HOUR);
  return {
    entity, id: `${entity}-${index}`, number: String((entity === 'ticket' ? 104_200 : 8_300) - index), title: pick(TITLES[entity], index),
    status: pick(STATUSES[entity], index), priority: index % 9 === 2 ? 'Urgent' : 'Normal', departmentName: pick(DEPARTMENTS, index), consumerName: pick(PEOPLE, index),
    assigneeName: index % 3 === 0 ? null : 'Beatriz Nogueira', tags: TAGS.slice(index % 4, (index % 4) + (index % 3)), unread: index % 5 < 2 && index < 24,
    createdAt: updatedAt - 2 * DAY, updatedAt, dueAt: dueAt(index),
    takenAt: null, followed: false, snoozedUntil: null, woke: null,
  };
}

/** A queue of `count` rows. */
export function sampleQueue(entity: QueueEntity, count: number): QueueRow[] {
  return Array.from({ length: count }, (_, index) => sampleRow(entity, index));
}

const OTHERS: ConsumerView['others']['items'] = [
  { entity: 'ticket', id: 'ticket-7', number: '104193', title: 'Webhook deliveries stopped on Friday', status: 'Open', updatedAt: NOW - 4 * DAY },
  { entity: 'task', id: 'task-3', number: '8297', title: 'Confirmar dirección de entrega', status: 'Done', updatedAt: NOW - 30 * DAY },
];

/** A row with all that the detail pane shows. */
export function sampleDetail(row: QueueRow): ItemDetail {
  const ticket = row.entity === 'ticket';
  return {
    row,
    description: 'Olá,\n\ndesde a atualização de ontem à noite o painel mostra apenas “carregando” e depois volta para o login. Já tentei em dois navegadores e em outra rede.\n\nPreciso emitir as notas do mês até amanhã.\n\nObrigada!',
    channel: 'WhatsApp',
    consumer: row.consumerName === null ? null : {
      id: `consumer ${row.consumerName}`, others: { items: OTHERS, more: 3 }, name: row.consumerName, email: 'maria.aparecida.santos@transportadora-santos.example', phone: '+55 11 95555-0142', document: '123.456.789-09', tags: [{ id: 'ctag-1', name: 'VIP', color: '#30a46c' }],
      customFields: [{ id: 'cf-9', name: 'Segmento', value: 'Transporte', type: 'select' }],
    },
    customFields: ticket ? [{ id: 'cf-1', name: 'Número do pedido', value: 'BR-2026-118230', type: 'text' }, { id: 'cf-2', name: 'Plano', value: 'Anual', type: 'select' }] : [],
    ticket: ticket ? null : { id: 'ticket-0', number: '104200', title: 'Não consigo acessar o painel desde a atualização' },
    tasks: ticket ? [{ id: 'task-0', title: 'Ligar para a transportadora', status: 'To do', dueAt: NOW - 2 * HOUR }, { id: 'task-1', title: 'Enviar segunda via do boleto', status: 'Done', dueAt: null }] : [],
    history: [
      { seq: 1, kind: 'new', at: NOW - 2 * DAY, seenAt: NOW - 2 * DAY + 4000, source: 'poll', changes: [] },
      { seq: 2, kind: 'changed', at: NOW - 3 * HOUR, seenAt: NOW - 3 * HOUR + 900, source: 'hint', changes: [{ field: 'assigneeName', label: null, from: null, to: 'Beatriz Nogueira' }, { field: 'departmentId', label: null, from: 'Comercial', to: 'Suporte Técnico' }] },
      { seq: 3, kind: 'changed', at: NOW - 61_000, seenAt: NOW - 60_000, source: 'hint', changes: [{ field: 'status', label: null, from: 'Open', to: 'Pending' }] },
    ],
    gone: null,
    hasLink: true,
  };
}

/** A row as a lookup result. */
export function sampleResult(row: QueueRow, why: LookupResult['why'] = 'title'): LookupResult {
  const { entity, id, number, title, status, consumerName, departmentName, updatedAt } = row;
  return { entity, id, number, title, status, consumerName, departmentName, updatedAt, why, matches: [], forgiven: false };
}

/** A live, healthy engine; `change` says what differs. */
export function sampleStatus(change: Partial<Status> = {}): Status {
  return {
    state: 'live', completeUpTo: NOW - 80_000, lastSyncAt: NOW - 20_000, blockedUntil: null, blockedAgain: false, sessionGoodUntil: NOW + 7 * DAY, progress: null, missingPermissions: [], error: null,
    secureStorage: { state: 'keyring', backend: 'gnome_libsecret' }, unread: { ticket: 10, task: 3 }, rate: { used: 4, budget: 18, waiting: 0, pace: 100 }, quarantined: 0, hintUrl: null, hintsReceived: 0, firstSync: null, ...change,
  };
}

/** The default preferences, signed in to an example address. */
export function sampleSettings(change: Partial<Settings> = {}): Settings {
  return { ...settingsSchema.parse({}), baseUrl: 'https://api.cxpress.example', ...change };
}

/** A connection test: everything readable but tasks, and one entity that could not be tried. */
export const SAMPLE_CHECKS: readonly PermissionCheck[] = [
  { entity: 'ticket', outcome: 'ok', total: 512, error: null },
  { entity: 'task', outcome: 'missing', total: null, error: { code: 'permissionMissing' } },
  { entity: 'consumer', outcome: 'ok', total: 1204, error: null },
  { entity: 'department', outcome: 'ok', total: 8, error: null },
  { entity: 'ticketTag', outcome: 'ok', total: null, error: null },
  { entity: 'consumerTag', outcome: 'failed', total: null, error: { code: 'serverError', params: { status: 502 } } },
  { entity: 'customField', outcome: 'ok', total: 9, error: null },
];
