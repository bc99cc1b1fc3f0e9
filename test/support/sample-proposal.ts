import { ENTITIES, type Entity } from '../../contract/entity.ts';
import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { Choices, DocumentRequest, Finding, Proposal } from '../../contract/profile/proposal.ts';
import { OPERATIONS, type OperationName } from '../../contract/profile/schema.ts';

const FOLDERS: Record<Entity, string> = { ticket: 'Tickets', task: 'Tarefas', consumer: 'Clientes', department: 'Setores', ticketTag: 'Etiquetas', consumerTag: 'Etiquetas', customField: 'Campos' };
const PATHS: Record<Entity, string> = { ticket: '/tickets', task: '/tasks', consumer: '/customers', department: '/sectors', ticketTag: '/tags/ticket', consumerTag: '/tags/customer', customField: '/fields' };

/** Requests of a collection as somebody might have made it: two for each entity, a renewal, and one that is none of ours. */
export const SAMPLE_REQUESTS: readonly DocumentRequest[] = [
  ...ENTITIES.flatMap((entity) => [
    { folder: FOLDERS[entity], name: `Listar ${FOLDERS[entity]}`, method: 'GET', path: PATHS[entity], examples: 1 },
    { folder: FOLDERS[entity], name: `Obter ${FOLDERS[entity]}`, method: 'GET', path: `${PATHS[entity]}/:id`, examples: 0 },
  ]),
  { folder: 'Auth', name: 'Renovar token', method: 'POST', path: '/oauth/renew', examples: 1 },
  { folder: 'Tickets', name: 'Criar ticket', method: 'POST', path: '/tickets', examples: 0 },
].map((request, index) => ({ ...request, index }));

const indexOf = (name: OperationName): number => OPERATIONS.indexOf(name);

function findingOf(name: OperationName): Finding {
  if (name === 'customField.get') return { about: name, confidence: 'missing', because: ['severalFit'], request: null };
  if (name === 'task.list') return { about: name, confidence: 'low', because: ['pathMatches', 'exampleMissing', 'pagingUnknown'], request: indexOf(name) };
  return { about: name, confidence: name.endsWith('.list') ? 'high' : 'medium', because: name.endsWith('.list') ? ['nameMatches', 'folderMatches', 'exampleHasItems', 'pagingByParameters', 'filterFound'] : ['pathMatches', 'idInPath'], request: indexOf(name) };
}

/** What an import proposes, after `choices`: everything but the single custom field, with tasks unsure. */
export function sampleProposal(choices: Choices = {}): Proposal {
  const found = OPERATIONS.map(findingOf).map((finding) => {
    const chosen = choices[finding.about];
    if (chosen === undefined) return finding;
    return { ...finding, request: chosen, confidence: chosen === null ? ('missing' as const) : ('high' as const), because: ['chosenByHand' as const] };
  });
  const guess = CXPRESS_1_0.versions[0]?.operations ?? {};
  const operations = Object.fromEntries(found.flatMap(({ about, request }) => {
    const operation = guess[about as OperationName];
    const path = request === null ? undefined : SAMPLE_REQUESTS[request]?.path.replace(':id', '{id}');
    return operation && path ? [[about, { ...operation, path }]] : [];
  }));
  return {
    source: { kind: 'postman-2.1', fileName: 'acme-cxpress.postman_collection.json', title: 'Cxpress da Acme <b>2026</b>' },
    profile: {
      ...CXPRESS_1_0, id: 'import', name: 'Cxpress da Acme', origin: 'imported', baseUrl: 'https://acme.cxpress.example/api',
      auth: { in: 'header', header: 'X-Api-Token', prefix: '' },
      refresh: { ...CXPRESS_1_0.refresh, path: '/oauth/renew' },
      versions: [{ name: '1', prefix: '', operations }],
    },
    findings: [
      { about: 'baseUrl', confidence: 'high', because: ['baseUrlFound'], request: null },
      { about: 'auth', confidence: 'medium', because: ['authFound'], request: null },
      { about: 'refresh', confidence: 'medium', because: ['refreshByName'], request: 14 },
      ...found,
    ],
    requests: [...SAMPLE_REQUESTS],
  };
}
