/**
 * How fast the local copy answers at a size no support team exceeds in years. Runs the store on this thread, in a
 * temporary folder, encrypted, with every commit on disk.
 *
 *   node bench/store.ts [tickets=100000] [driver]
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_ROWS } from '../contract/models/filter.ts';
import type { QueueFilter } from '../contract/models/filter.ts';
import type { ConsumerRecord, TicketRecord } from '../contract/models/records.ts';
import type { DriverName } from '../core/store/driver/port.ts';
import { localStore } from '../core/store/local-store.ts';
import type { FilterWish, Store } from '../core/store/store.ts';

const tickets = Number(process.argv[2] ?? 100_000);
const driver = process.argv[3] as DriverName | undefined;
const consumers = Math.ceil(tickets / 5);
const PAGE = 200;
const START = Date.UTC(2023, 0, 1);

const FIRST = 'Ana João Maria José Antônio Francisca Conceição Luís Inês Tânia Íris Ávila Ícaro Úrsula Gonçalo Sebastião Lúcia Márcia Flávio Débora'.split(' ');
const LAST = 'Silva Santos Gonçalves Araújo Müller Peña Muñoz Brandão Simões Guimarães Magalhães Falcão Corrêa Assunção'.split(' ');
const WORDS = `não consigo emitir boleto fatura vencida cobrança indevida sistema lento erro ao entrar senha bloqueada cadastro atualização endereço entrega
atrasada produto defeito troca devolução reembolso cartão recusado pagamento duplicado contrato cancelamento instalação técnico visita agendada internet
caiu sinal fraco aplicativo fecha sozinho relatório exportação planilha integração chave acesso usuário permissão treinamento dúvida nota fiscal`.split(/\s+/);

/** A small, fast, seeded source of numbers (mulberry32), so that every run measures the same data. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
const pick = numbers(7);
const one = <T>(from: readonly T[]): T => from[pick(from.length)] as T;
/** Words made of syllables, so that the vocabulary is as large as that of real tickets. */
const RARE = Array.from({ length: 20_000 }, () => Array.from({ length: 2 + pick(3) }, () => one('ba ca da fa ga la ma na pa ra sa ta çã te re me lhe nho qui vi'.split(' '))).join(''));
const VOCABULARY = [...WORDS, ...RARE];
/** Few words are common and most are rare, as in any language. */
const spoken = (): string => VOCABULARY[Math.floor(VOCABULARY.length * (pick(100_000) / 100_000) ** 4)] as string;
const sentence = (words: number): string => Array.from({ length: words }, spoken).join(' ');

function consumer(n: number): ConsumerRecord {
  const name = `${one(FIRST)} ${one(LAST)} ${one(LAST)}`;
  return {
    id: `c${n}`, version: START, createdAt: START, updatedAt: START, deletedAt: null, extra: {}, name, email: `c${n}@exemplo.com.br`,
    phone: `+55 (11) 9${1000 + pick(9000)}-${1000 + pick(9000)}`, document: null, tagIds: [], customFields: {},
  };
}

function ticket(n: number, at: number): TicketRecord {
  return {
    id: `t${n}`, version: at, createdAt: at - pick(1_000_000_000), updatedAt: at, deletedAt: null, extra: {}, number: String(1000 + n), subject: sentence(6), description: sentence(45),
    status: one(['open', 'pending', 'solved']), priority: one(['baixa', 'normal', 'alta', 'urgente', null]), channel: 'mail', departmentId: `d${pick(8)}`, consumerId: `c${pick(consumers)}`, assigneeId: null,
    assigneeName: pick(4) === 0 ? null : one(FIRST), tagIds: [`g${pick(30)}`, `g${pick(30)}`], customFields: { plan: one(WORDS) }, dueAt: pick(3) === 0 ? null : at + pick(1_000_000_000),
  };
}

function report(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2).padStart(8);
  console.log(`${what.padEnd(44)} n=${String(sorted.length).padStart(5)}  p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  max ${at(1)} ms`);
}

async function measure(what: string, times: number, run: (n: number) => Promise<unknown>, before?: (n: number) => Promise<unknown>): Promise<void> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    await before?.(n);
    const start = performance.now();
    await run(n);
    taken.push(performance.now() - start);
  }
  report(what, taken);
}

/** The last change of all is at this time. */
const NOW = START + tickets * 60_000;
const VIEWER = { me: 'name:Ana', departmentIds: ['d1', 'd2'] };
const wish = (filter: Partial<QueueFilter>): FilterWish => ({ entity: 'ticket', filter: { ...ALL_ROWS, ...filter }, viewer: VIEWER, now: NOW });
const sort = (by: QueueFilter['sort']['by'], descending = true): Partial<QueueFilter> => ({ sort: { by, descending } });
const FILTERED: readonly (readonly [what: string, filter: Partial<QueueFilter>])[] = [
  ['all', {}],
  ['mine', { scope: 'mine' }],
  ['my departments', { scope: 'departments' }],
  ['unassigned', { scope: 'unassigned' }],
  ['unread', { only: 'unread' }],
  ['status', { statuses: ['open'] }],
  ['tag', { tagIds: ['g3'] }],
  ['mine, open, by priority', { scope: 'mine', statuses: ['open'], ...sort('priority') }],
  ['my departments, open, by due, ascending', { scope: 'departments', statuses: ['open', 'pending'], ...sort('due', false) }],
  ['unassigned, urgent, by age', { scope: 'unassigned', priorities: ['urgente', 'alta'], ...sort('created', false) }],
  ['two tags, open, by priority', { tagIds: ['g3', 'g4'], statuses: ['open'], ...sort('priority') }],
  ['tag, by priority', { tagIds: ['g3'], ...sort('priority') }],
  ['overdue', { due: 'overdue' }],
  ['overdue, by priority', { due: 'overdue', ...sort('priority') }],
  ['due today, by due', { due: 'today', ...sort('due', false) }],
  ['a consumer', { consumerId: 'c7' }],
  ['all statuses, by number', { statuses: ['open', 'pending', 'solved'], ...sort('number') }],
  ...(['created', 'due', 'priority', 'number'] as const).flatMap((by) => [true, false].map((descending) => [`all, by ${by}, ${descending ? 'descending' : 'ascending'}`, sort(by, descending)] as const)),
];

async function fill(store: Store): Promise<void> {
  const commit = (entity: 'consumer' | 'ticket', rows: (ConsumerRecord | TicketRecord)[], baseline = true) =>
    store.commitPage({ entity, rows, quarantined: [], source: baseline ? 'baseline' : 'poll', baseline, now: START });
  for (const entity of ['ticketTag', 'department'] as const) {
    const base = { version: START, createdAt: START, updatedAt: START, deletedAt: null, extra: {} };
    const rows = Array.from({ length: 30 }, (_v, n) =>
      entity === 'ticketTag' ? { ...base, id: `g${n}`, name: `etiqueta ${one(WORDS)} ${n}`, color: null } : { ...base, id: `d${n}`, name: `Setor ${n}`, active: true, employeeUserIds: [], keyWords: [] });
    await store.commitPage({ entity, rows, quarantined: [], source: 'baseline', baseline: true, now: START });
  }
  await measure(`commit ${PAGE} consumers`, consumers / PAGE, (n) => commit('consumer', Array.from({ length: PAGE }, (_v, i) => consumer(n * PAGE + i))));
  // Newest first, as the first sync reads them.
  await measure(`commit ${PAGE} tickets (first sync)`, tickets / PAGE, (n) =>
    commit('ticket', Array.from({ length: PAGE }, (_v, i) => ticket(n * PAGE + i, START + (tickets - n * PAGE - i) * 60_000))));
  await measure('commit 5 changed tickets (poll)', 200, (n) => commit('ticket', Array.from({ length: 5 }, () => ticket(pick(tickets), START + (tickets + n) * 60_000)), false));
}

let changes = 0;
async function changeOne(store: Store): Promise<void> {
  await store.commitPage({ entity: 'ticket', rows: [ticket(pick(tickets), NOW + ++changes)], quarantined: [], source: 'poll', baseline: true, now: START });
}

async function ask(store: Store): Promise<void> {
  const slice = (offset: number, only: QueueFilter['only'] = null) => store.queuePage({ ...wish({ only }), offset, limit: 50 });
  await measure('queuePage 50, top', 200, () => slice(0));
  await measure('queuePage 50, anywhere', 200, () => slice(pick(tickets)));
  await measure('queuePage 50, end', 200, () => slice(tickets - 50));
  await measure('queuePage 50, unread', 200, () => slice(0, 'unread'));
  for (const [what, filter] of FILTERED) {
    // As after a poll that brought something: nothing that was counted before is known any more.
    await measure(`first page: ${what}`, 40, () => store.queuePage({ ...wish(filter), offset: 0, limit: 50 }), () => changeOne(store));
  }
  await measure('first page again, nothing changed', 200, () => store.queuePage({ ...wish({ statuses: ['open'], priorities: ['alta'] }), offset: 0, limit: 50 }));
  await measure('ten views counted', 20, () => store.queueCounts(FILTERED.slice(0, 10).map(([, filter]) => wish(filter))), () => changeOne(store));
  await measure('facets', 20, () => store.facets('ticket'));
  await measure('agents', 20, () => store.agents());
  await measure('mark a filter read and take it back', 20, async () => store.undoRead((await store.markFilterRead(wish({ scope: 'departments' }))).batch ?? 0));
  await measure('ring, three ages', 20, () => store.ring({ now: NOW, waitingMinutes: [30, 60, 240], since: NOW }));
  await measure('ledger, a word', 20, () => store.ledgerPage({ item: null, search: 'boleto', offset: 0, limit: 50, now: START }));
  await measure('itemDetail', 500, () => store.itemDetail('ticket', `t${pick(tickets)}`));
  await measure('lookup 1 letter', 26, (n) => store.lookup(String.fromCharCode(97 + n), 20));
  for (const letters of [2, 3, 5]) await measure(`lookup a prefix of ${letters}`, 300, () => store.lookup(one([spoken(), one(FIRST), one(LAST)]).slice(0, letters), 20));
  await measure('lookup two words', 300, () => store.lookup(`${spoken()} ${one(LAST)}`, 20));
  await measure('lookup three words, none found', 300, () => store.lookup(`${spoken()} ${one(FIRST)} zzz`, 20));
  await measure('lookup a number', 300, () => store.lookup(`#${1000 + pick(tickets)}`, 20));
  await measure('lookup last 4 digits of a phone', 300, () => store.lookup(String(1000 + pick(9000)), 20));
  await measure('lookup an e-mail', 300, () => store.lookup(`c${pick(consumers)}@exemplo`, 20));
  await measure('lookup nothing (recent)', 200, () => store.lookup('', 20));
  await measure('unread, counts', 50, () => Promise.all([store.unread(VIEWER), store.counts()]));
}

const directory = await mkdtemp(join(tmpdir(), 'cxt-bench-'));
const key = Uint8Array.from({ length: 32 }, (_value, i) => i);
const open = async () => {
  const opened = await localStore({ directory, key, now: Date.now(), ...(driver ? { driver } : {}) });
  if (!('store' in opened)) throw new Error(opened.outcome);
  return opened;
};
try {
  const first = await open();
  console.log(`${tickets} tickets, ${consumers} consumers, ${first.driver}, Node ${process.versions.node}`);
  await fill(first.store);
  await first.store.close();
  console.log(`cache.db ${((await stat(join(directory, 'cache.db'))).size / 1e6).toFixed(0)} MB`);
  await measure('open again, with its checks', 3, async () => (await open()).store.close());
  const again = await open();
  await ask(again.store);
  await measure('consumer renamed', 100, (n) =>
    again.store.commitPage({ entity: 'consumer', rows: [{ ...consumer(pick(consumers)), version: START + 1 + n }], quarantined: [], source: 'poll', baseline: false, now: START }));
  await again.store.close();
  console.log(`memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
} finally {
  await rm(directory, { recursive: true, force: true });
}
