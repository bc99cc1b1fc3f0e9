import type { Refusal } from '../../profile/refusal.ts';
import type { screens as english } from '../en/screens.ts';
import type { Translation } from '../translation.ts';
import { actions, commands, consumer, emptiness, filters, help, palette, row, say, scopes, snooze, views } from './screens/agent-day.ts';
import { checks, desktops, firstRun } from './screens/first-run.ts';
import { diagnostics } from './screens/diagnostics.ts';
import { identity } from './screens/identity.ts';
import { ledger } from './screens/ledger.ts';
import { profiles } from './screens/profiles.ts';
import { setUp } from './screens/set-up.ts';
import { rules } from './screens/rules.ts';
import { settings } from './screens/settings.ts';
import { notice, status } from './screens/status.ts';

const refusal: Record<Refusal, string> = {
  tooDeep: 'tem níveis demais, um dentro do outro',
  oldFormat: 'é uma coleção do Postman no formato antigo 1',
  foldersTooDeep: 'tem pastas demais, uma dentro da outra',
  tooManyRequests: 'tem mais de 2.000 requisições',
  unsafeNames: 'contém nomes que nenhum perfil tem',
  profileParts: 'partes do perfil faltam ou estão erradas',
  newerProfile: 'foi criado por uma versão mais nova deste aplicativo',
  changingCall: 'uma das chamadas dele mudaria tickets ou outros dados em vez de ler',
  notSettings: 'não contém configurações deste aplicativo',
  notRules: 'não contém regras de notificação deste aplicativo',
  tooManyRules: 'com as suas, seriam mais regras do que o aplicativo consegue guardar',
};

/** Words inside the windows. Plural forms follow i18next (`_one`, `_many`, `_other`, chosen by `count`). */
export const screens = {
  app: {
    name: 'Cxpress Tray',
    starting: 'Iniciando…',
    crashed: { what: 'Esta janela teve um problema que não conseguiu superar.', next: 'Carregue a janela de novo. Nada do que está guardado se perde.', retry: 'Carregar de novo' },
    retry: 'Tentar de novo',
    dismiss: 'Dispensar',
    yes: 'Sim',
    no: 'Não',
    close: 'Fechar',
    cancel: 'Cancelar',
    none: 'nenhum',
  },

  /** Words an error's sentence falls back on when the error does not say. */
  error: {
    host: 'o servidor', status: 'desconhecido', hotkey: 'esta combinação', until: 'o fim do bloqueio', reason: 'não dá para lê-lo com segurança', missing: 'uma lista de tickets',
    refusal,
  },

  entity: { ticket: 'Tickets', task: 'Tarefas', consumer: 'Consumidores', department: 'Departamentos', ticketTag: 'Tags de tickets', consumerTag: 'Tags de consumidores', customField: 'Campos personalizados' },

  nav: {
    label: 'Principal',
    tickets: 'Tickets',
    tasks: 'Tarefas',
    settings: 'Configurações',
    lookup: 'Busca',
    lookupHint: 'Buscar um ticket ou tarefa. De qualquer programa: {{hotkey}}',
    lookupNone: 'Buscar um ticket ou tarefa. Nenhum atalho definido; escolha um em Configurações.',
    keys: '{{label}} ({{keys}})',
    unread_one: '{{count, number}} não lido',
    unread_many: '{{count, number}} não lidos',
    unread_other: '{{count, number}} não lidos',
  },

  firstRun,
  checks,
  desktops,
  actions,
  commands,
  consumer,
  emptiness,
  filters,
  help,
  palette,
  row,
  say,
  scopes,
  snooze,
  views,
  queue: {
    filter: { label: 'Filtro', all: 'Tudo', unread: 'Não lidos' },
    list: { ticket: 'Lista de tickets', task: 'Lista de tarefas' },
    total: {
      ticket_one: '{{count, number}} ticket', ticket_many: '{{count, number}} de tickets', ticket_other: '{{count, number}} tickets',
      task_one: '{{count, number}} tarefa', task_many: '{{count, number}} de tarefas', task_other: '{{count, number}} tarefas',
    },
    unreadTotal_one: '{{count, number}} não lido',
    unreadTotal_many: '{{count, number}} não lidos',
    unreadTotal_other: '{{count, number}} não lidos',
    unread: 'Não lido',
    untitled: 'Sem título',
    moreTags_one: 'mais {{count}} tag',
    moreTags_many: 'mais {{count}} de tags',
    moreTags_other: 'mais {{count}} tags',
    loading: 'Carregando',
    due: { in: 'Vence em {{time}}', on: 'Vence em {{date}}', overdue: 'Venceu há {{time}}', overdueSince: 'Venceu em {{date}}', now: 'Vence agora' },
    age: { updated: 'Atualização: {{time}}', created: 'Criação: {{time}}' },
    priority: 'Prioridade: {{priority}}',
    empty: {
      ticket: { title: 'Nenhum ticket ainda', text: 'Um ticket aparece aqui assim que o Cxpress tiver um.' },
      task: { title: 'Nenhuma tarefa ainda', text: 'Uma tarefa aparece aqui assim que o Cxpress tiver uma.' },
      unread: { title: 'Nada por ler', text: 'Você já abriu tudo o que há.', action: 'Mostrar tudo' },
      first: { title: 'Primeira sincronização', text: 'A cópia local está sendo preenchida. Os itens aparecem aqui conforme chegam.' },
      noPermission: {
        ticket: { title: 'Este token não pode ler tickets' },
        task: { title: 'Este token não pode ler tarefas' },
        text: 'Um token não pode ser editado. O proprietário da empresa cria um novo com esta permissão (Configurations → Company → API); cole o novo par em Configurações.',
        action: 'Abrir configurações',
      },
      offline: { title: 'Ainda sem conexão', text: 'Nada está guardado aqui por enquanto. A primeira sincronização começa sozinha quando a rede voltar.' },
      blocked: { title: 'Aguardando até {{time}}', text: 'O Cxpress bloqueou este endereço porque recebeu requisições demais dele. A primeira sincronização continua sozinha.' },
    },
    banner: {
      first: 'Primeira sincronização: os itens aparecem conforme chegam.',
      offline: 'Sem conexão. Últimas informações: {{time}}.',
      offlineNever: 'Sem conexão. A cópia local ainda não está completa.',
      blocked: 'Vieram solicitações demais do endereço deste escritório, e o Cxpress o bloqueou até {{until}}; depois a leitura continua sozinha. Últimas informações: {{time}}.',
      blockedNever: 'Vieram solicitações demais do endereço deste escritório, e o Cxpress o bloqueou até {{until}}; depois a leitura continua sozinha. A cópia local ainda não está completa.',
      needsTokens: 'A sessão terminou. Últimas informações: {{time}}.',
      needsTokensNever: 'A sessão terminou. A cópia local ainda não está completa.',
      paste: 'Colar novos tokens',
      noPermission: 'O token não permite mais ler isto. Os itens ficam como estavam.',
    },
  },

  detail: {
    label: 'Detalhes',
    nothing: { ticket: 'Nenhum ticket selecionado', task: 'Nenhuma tarefa selecionada', text: 'Escolha um item da lista para lê-lo aqui.' },
    loading: 'Carregando',
    markRead: 'Marcar como lido',
    markUnread: 'Marcar como não lido',
    back: 'Voltar à lista',
    close: 'Fechar detalhes',
    /** Why an item is in no queue any more. What was known stays readable. */
    gone: {
      deleted: { badge: 'Excluído no Cxpress', what: 'Este item foi excluído no Cxpress. É exibido o que se sabia por último.' },
      notFound: { badge: 'Não encontrado', what: 'O Cxpress não conhece mais este item. É exibido o que se sabia por último.' },
      forbidden: { badge: 'Sem permissão', what: 'Sua conta não pode mais ler este item. É exibido o que se sabia por último.' },
      unlisted: { badge: 'Fora da lista', what: 'O Cxpress não lista mais este item, por isso ele saiu da fila. É exibido o que se sabia por último.' },
    },
    properties: 'Propriedades',
    status: 'Status: {{status}}',
    priority: 'Prioridade',
    department: 'Departamento',
    assignee: 'Responsável',
    channel: 'Canal',
    created: 'Criação',
    updated: 'Atualização',
    due: 'Prazo',
    unassigned: 'Ninguém',
    description: 'Descrição',
    noDescription: 'Sem descrição.',
    consumer: 'Consumidor',
    email: 'E-mail',
    phone: 'Telefone',
    document: 'Documento',
    tasks: 'Tarefas',
    ticket: 'Ticket',
    history: 'Histórico',
    noHistory: 'Nenhuma mudança vista ainda.',
    kind: { new: 'Novo', changed: 'Alterado', deleted: 'Saiu da fila', woke: 'De volta do adiamento', waiting: 'Espera um responsável' },
    change: '{{field}}: {{from}} → {{to}}',
    changedText: 'Mudou: {{field}}',
    empty: 'vazio',
    source: { baseline: 'Primeira sincronização', poll: 'Sincronização normal', hint: 'Chamada de webhook', lookup: 'Busca', open: 'Visto ao abrir o item', clock: 'Relógio deste computador' },
    seen: 'Visto por este computador: {{time}}',
  },

  field: {
    number: 'Número', subject: 'Assunto', title: 'Título', description: 'Descrição', status: 'Status', priority: 'Prioridade', channel: 'Canal',
    departmentId: 'Departamento', consumerId: 'Consumidor', assigneeId: 'Responsável', assigneeName: 'Responsável', tagIds: 'Tags', customFields: 'Campos personalizados',
    dueAt: 'Prazo', ticketId: 'Ticket', createdAt: 'Criação', updatedAt: 'Atualização', deletedAt: 'Exclusão',
  },

  status,
  notice,
  settings,
  identity,
  rules,
  ledger,
  diagnostics,
  profiles,
  setUp,
  lookup: {
    /** Title of the window, for those who listen. */
    title: 'Busca do Cxpress Tray',
    input: 'Buscar um ticket ou tarefa',
    placeholder: 'Número, título, consumidor, e-mail, telefone, tag…',
    results: 'Resultados',
    recent: 'Recentes',
    none: { title: 'Nada encontrado para “{{query}}”', text: 'Todas as palavras precisam combinar. Acentos e maiúsculas não fazem diferença, e uma letra errada em uma palavra mais longa é perdoada.' },
    remote: {
      asking: 'Não está guardado aqui. Consultando o Cxpress…',
      found: 'Do Cxpress',
      none: 'O Cxpress também não conhece nenhum ticket ou tarefa com este número ou id.',
    },
    forgiven: 'Palavra parecida',
    preview: { label: 'Prévia', loading: 'Carregando a prévia', changed: 'Última alteração' },
    copied: { link: 'Link copiado', number: 'Número copiado; o perfil em uso não conhece um endereço para o link', nothing: 'Não há link nem número para copiar' },
    noAddress: 'O perfil em uso não diz onde isto fica no Cxpress.',
    noRecent: { title: 'Nada guardado ainda', text: 'Depois que a primeira sincronização trouxer tickets, qualquer um deles pode ser encontrado aqui.' },
    why: { number: 'Número', title: 'Título', consumer: 'Consumidor', email: 'E-mail', phone: 'Telefone', tag: 'Tag', customField: 'Campo personalizado', description: 'Descrição', id: 'Id' },
    matched: 'Encontrado em: {{field}}',
    keys: { open: 'Abrir', browse: 'No Cxpress', copy: 'Copiar link', preview: 'Prévia', close: 'Fechar' },
    kind: { ticket: 'Ticket', task: 'Tarefa' },
  },
} as const satisfies Translation<typeof english>;
