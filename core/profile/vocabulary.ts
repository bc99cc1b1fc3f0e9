import type { Entity } from '../../contract/entity.ts';

/** Words of three languages (English, Portuguese, Spanish), without accents, in the singular. */

/** What the four main entities are called. */
export const NOUNS: readonly (readonly [Entity, readonly string[]])[] = [
  ['ticket', ['ticket', 'chamado', 'atendimento', 'protocolo', 'atencion', 'incidencia']],
  ['task', ['task', 'tarefa', 'tarea']],
  ['consumer', ['consumer', 'customer', 'contact', 'client', 'cliente', 'consumidor', 'contato', 'contacto']],
  ['department', ['department', 'departamento', 'sector', 'setor', 'area']],
];
/** What tags are called. */
export const TAG_WORDS: readonly string[] = ['tag', 'etiqueta', 'marcador', 'label', 'rotulo'];
/** A custom field is one of these beside one of those. */
export const FIELD_WORDS: readonly string[] = ['field', 'campo'];
export const CUSTOM_WORDS: readonly string[] = ['custom', 'customized', 'personalizado', 'customizado', 'adicional', 'extra'];
/** Two words written as one. */
export const JOINED: ReadonlyMap<string, Entity> = new Map([
  ['tickettag', 'ticketTag'], ['chamadotag', 'ticketTag'], ['consumertag', 'consumerTag'], ['customertag', 'consumerTag'], ['clienttag', 'consumerTag'],
  ['contacttag', 'consumerTag'], ['clientetag', 'consumerTag'], ['customfield', 'customField'], ['campopersonalizado', 'customField'], ['campocustomizado', 'customField'],
]);

/** Verbs and words around them that say "many". */
export const LIST_WORDS: ReadonlySet<string> = new Set(['list', 'listar', 'lista', 'listado', 'listagem', 'all', 'todos', 'todas', 'index', 'paginated', 'paginado', 'paginada']);
/** Verbs that search: a POST with one may be a list. */
export const SEARCH_WORDS: ReadonlySet<string> = new Set(['search', 'buscar', 'busca', 'busqueda', 'query', 'filter', 'filtrar', 'find', 'pesquisar', 'pesquisa', 'list', 'listar', 'listado', 'consultar', 'consulta']);
/** Verbs of reading, one or many. */
const READ_WORDS = ['get', 'obter', 'obtener', 'ver', 'show', 'read', 'retrieve', 'fetch', 'view', 'details', 'detail', 'detalhe', 'detalhes', 'detalle', 'detalles', 'recuperar', 'exibir', 'mostrar', 'traer', 'single', 'one'];
/** Words that add nothing to a name. */
const FILLERS = ['a', 'o', 'os', 'as', 'um', 'uma', 'un', 'una', 'the', 'el', 'la', 'los', 'las', 'by', 'por', 'pelo', 'id', 'uuid', 'of', 'for', 'from', 'de', 'do', 'da', 'dos', 'das', 'del', 'para', 'in', 'with', 'com', 'con', 'api', 'json', 'specific', 'especifico', 'and', 'e', 'y', 'v1', 'v2', 'v3', 'crud', 'resource', 'endpoint', 'endpoints'];
/** Words that may stand beside an entity's name without making it another thing. */
export const SILENT: ReadonlySet<string> = new Set([...LIST_WORDS, ...SEARCH_WORDS, ...READ_WORDS, ...FILLERS]);
/** Words at the end of a path that are no resource. */
export const PATH_VERBS: ReadonlySet<string> = new Set([...LIST_WORDS, ...SEARCH_WORDS, ...READ_WORDS, 'json']);
/** A call that begins with one of these changes something. */
export const CHANGE_WORDS: ReadonlySet<string> = new Set([
  'create', 'add', 'new', 'update', 'edit', 'delete', 'remove', 'close', 'reopen', 'assign', 'merge', 'send', 'import', 'bulk', 'criar', 'adicionar', 'novo', 'nova', 'atualizar', 'editar', 'alterar',
  'excluir', 'deletar', 'remover', 'fechar', 'encerrar', 'abrir', 'atribuir', 'cadastrar', 'enviar', 'importar', 'crear', 'agregar', 'nuevo', 'nueva', 'actualizar', 'modificar', 'eliminar', 'borrar', 'cerrar', 'asignar', 'insert', 'upsert', 'save', 'salvar', 'guardar',
]);
/** Words of a list that is only a part of all rows, or of something about them. */
export const NARROW_WORDS: ReadonlySet<string> = new Set([
  'my', 'mine', 'me', 'meus', 'minhas', 'mis', 'archived', 'arquivado', 'archivado', 'closed', 'fechado', 'cerrado', 'open', 'aberto', 'abierto', 'deleted', 'excluido', 'eliminado', 'trash', 'lixeira', 'papelera', 'count', 'contar', 'contagem', 'conteo',
  'export', 'exportar', 'report', 'relatorio', 'reporte', 'stat', 'statistic', 'estatistica', 'estadistica', 'history', 'historico', 'historial', 'pending', 'pendente', 'pendiente', 'unassigned', 'overdue', 'recent', 'recente', 'reciente', 'admin', 'old', 'legacy', 'deprecated',
]);
/** Parts of a path whose id names the company, not a row around a row. */
export const TENANT_WORDS: ReadonlySet<string> = new Set(['company', 'companies', 'empresa', 'empresas', 'account', 'accounts', 'conta', 'contas', 'cuenta', 'cuentas', 'tenant', 'tenants', 'org', 'orgs', 'organization', 'organizations', 'organizacao', 'organizacion', 'workspace', 'workspaces', 'instance', 'api', 'rest']);

/** Whether a word is a listed one or its plural. */
export function isWord(word: string, listed: readonly string[]): boolean {
  return listed.some((one) => word === one || word === `${one}s` || word === `${one}es`);
}

/** The same for a set, where plurals end in `s`. */
export function inSet(word: string, set: ReadonlySet<string>): boolean {
  return set.has(word) || (word.endsWith('s') && set.has(word.slice(0, -1)));
}
