import type { JsonValue } from './item.ts';
import { createRandom } from './random.ts';

/** An employee of the company: tickets and tasks are assigned to them. */
export interface Agent {
  readonly id: string;
  readonly name: string;
}

/** A catalogue row before it is a row: `key` is our handle, `values` what the API says. */
export interface Entry {
  readonly key: string;
  readonly id: string;
  readonly values: Readonly<Record<string, JsonValue>>;
}

/** The company's fixed furniture: who works there and what tickets are sorted by. */
export interface Catalog {
  readonly companyId: string;
  readonly agents: readonly Agent[];
  readonly departments: readonly Entry[];
  readonly ticketTags: readonly Entry[];
  readonly consumerTags: readonly Entry[];
  readonly customFields: readonly Entry[];
}

const AGENTS = [
  'Beatriz Nogueira', 'Rafael Azevêdo', 'Camila Prado', 'Thaís Rezende', 'Lucas Barcellos', 'Íris Camargo', 'Henrique Paixão',
  'Valeria Montaño', 'Diego Ferreyra', 'Rocío Aguilar', 'Nicolás Peralta', 'Mariana Ochoa', 'Hannah Doyle', 'Samuel Adeyemi',
];

const DEPARTMENTS: readonly (readonly [key: string, name: string, keyWords: readonly string[]])[] = [
  ['support', 'Suporte Técnico', ['erro', 'acesso', 'senha', 'integração']],
  ['finance', 'Financeiro', ['nota fiscal', 'boleto', 'pix', 'estorno']],
  ['logistics', 'Logística', ['entrega', 'rastreio', 'envío']],
  ['sales', 'Comercial', ['orçamento', 'proposta', 'renovação']],
  ['ventas', 'Ventas', ['cotización', 'descuento', 'precio']],
  ['care', 'Atención al Cliente', ['consulta', 'reclamo', 'datos']],
  ['warranty', 'Devoluciones y Garantía', ['garantia', 'troca', 'devolución']],
  ['success', 'Customer Success', ['onboarding', 'renewal', 'review']],
  ['accounts', 'Billing & Accounts', ['invoice', 'refund', 'payment']],
];

const TICKET_TAGS: readonly (readonly [key: string, name: string, color: string])[] = [
  ['urgent', 'Urgente', '#e5484d'], ['invoice', 'Nota fiscal', '#0091ff'], ['refund', 'Reembolso', '#8e4ec6'], ['late', 'Entrega atrasada', '#f76808'],
  ['exchange', 'Troca', '#12a594'], ['access', 'Acesso', '#3e63dd'], ['bug', 'Bug', '#d6409f'], ['billing', 'Facturación', '#05a2c2'],
  ['warranty', 'Garantía', '#7c66dc'], ['shipping', 'Envío', '#ad7f58'], ['vip', 'VIP', '#b8860b'], ['onboarding', 'Onboarding', '#30a46c'],
  ['renewal', 'Renewal', '#5eb1bf'], ['integration', 'Integration', '#697177'],
];

const CONSUMER_TAGS: readonly (readonly [key: string, name: string, color: string])[] = [
  ['vip', 'VIP', '#b8860b'], ['wholesale', 'Atacado', '#0091ff'], ['retail', 'Varejo', '#12a594'], ['mayorista', 'Mayorista', '#8e4ec6'],
  ['overdue', 'Pagamento pendente', '#e5484d'], ['trial', 'Trial', '#697177'], ['partner', 'Partner', '#30a46c'], ['enterprise', 'Enterprise', '#3e63dd'],
];

/** Key, name, type, entity in the API's own word, options. */
const CUSTOM_FIELDS: readonly (readonly [key: string, name: string, type: string, appliesTo: string, options: readonly string[]])[] = [
  ['order', 'Número do pedido', 'text', 'ticket', []],
  ['reason', 'Motivo do contato', 'select', 'ticket', ['Dúvida', 'Reclamação', 'Solicitação', 'Elogio']],
  ['invoiceAmount', 'Valor da fatura', 'number', 'ticket', []],
  ['deliveryDate', 'Fecha de entrega', 'date', 'ticket', []],
  ['firstContact', 'Resolvido no primeiro contato', 'boolean', 'ticket', []],
  ['serial', 'Número de serie', 'text', 'ticket', []],
  ['plan', 'Plano', 'select', 'consumer', ['Essencial', 'Profissional', 'Enterprise']],
  ['segment', 'Segmento', 'select', 'consumer', ['Varejo', 'Saúde', 'Educação', 'Indústria', 'Servicios']],
  ['since', 'Cliente desde', 'date', 'consumer', []],
  ['nps', 'NPS', 'number', 'consumer', []],
];

/** Draws the catalogue of a seed. */
export function createCatalog(seed: number): Catalog {
  const random = createRandom(seed, 'catalog');
  const companyId = random.uuid();
  const agents = AGENTS.map((name) => ({ id: random.uuid(), name }));
  const employees = (): string[] => [...new Set(Array.from({ length: 4 }, () => random.pick(agents).id))];
  const tag = ([key, name, color]: readonly [string, string, string]): Entry => ({ key, id: random.uuid(), values: { name, color } });
  return {
    companyId,
    agents,
    departments: DEPARTMENTS.map(([key, name, keyWords]) => ({ key, id: random.uuid(), values: { name, active: true, employeeUserIds: employees(), keyWords } })),
    ticketTags: TICKET_TAGS.map(tag),
    consumerTags: CONSUMER_TAGS.map(tag),
    customFields: CUSTOM_FIELDS.map(([key, name, type, appliesTo, options]) => ({ key, id: random.uuid(), values: { name, type, appliesTo, options } })),
  };
}

/** Id of a catalogue entry by our handle. */
export function entryId(entries: readonly Entry[], key: string): string {
  const entry = entries.find((candidate) => candidate.key === key);
  if (!entry) throw new Error(`the catalogue has no "${key}"`);
  return entry.id;
}
