import type * as english from '../../en/screens/agent-day.ts';
import type { Translation } from '../../translation.ts';

/** Everything that can be done by key or palette, by its name in renderer/palette/commands.ts. */
export const commands = {
  group: { list: 'Lista', item: 'Ticket ou tarefa', filter: 'Filtros e visões', go: 'Ir para', app: 'Aplicativo' },
  name: {
    down: 'Próxima linha', up: 'Linha anterior', pageDown: 'Uma página abaixo', pageUp: 'Uma página acima', first: 'Primeira linha', last: 'Última linha',
    open: 'Abrir', back: 'Voltar', readAll: 'Marcar tudo o que aparece como lido', undo: 'Desfazer',
    toggleUnread: 'Lido ou não lido', readNext: 'Marcar como lido e avançar', follow: 'Seguir ou deixar de seguir', snooze: 'Adiar…', wake: 'Trazer de volta agora',
    copyNumber: 'Copiar número', copyLink: 'Copiar link', browse: 'Abrir no Cxpress', why: 'Por que (não) fui avisado?',
    search: 'Filtrar…', unreadOnly: 'Só não lidos, ou tudo', clear: 'Limpar filtros', sort: 'Mudar a ordem…', saveView: 'Salvar como visão…', previousView: 'Visão anterior', nextView: 'Próxima visão',
    goTickets: 'Tickets', goTasks: 'Tarefas', goMine: 'Meus', goDepartments: 'Meus departamentos', goUnassigned: 'Sem responsável', goAll: 'Todos', goFollowed: 'Seguidos', goSnoozed: 'Adiados',
    goLedger: 'Registro de notificações', goRules: 'Regras de notificação', goDiagnostics: 'Diagnóstico', goIdentity: 'Diga quem você é', goSettings: 'Configurações',
    palette: 'Todos os comandos', help: 'Teclas', lookup: 'Busca', sync: 'Sincronizar agora',
    pauseHalfHour: 'Pausar notificações por 30 minutos', pauseHour: 'Pausar notificações por 1 hora', pauseTomorrow: 'Pausar notificações até amanhã', pauseUntilResumed: 'Pausar notificações até eu retomar', resume: 'Retomar notificações',
  },
} as const satisfies Translation<typeof english.commands>;

/** Words of the command palette. */
export const palette = { label: 'Todos os comandos', placeholder: 'O que você quer fazer?', none: 'Nenhum comando tem esse nome. Tente outra palavra.' } as const satisfies Translation<typeof english.palette>;

/** Words of the sheet of keys. */
export const help = { title: 'Teclas', lead: 'Funcionam onde nenhum texto está sendo digitado. A paleta de comandos faz o mesmo pelo nome.', then: 'depois' } as const satisfies Translation<typeof english.help>;

/** Whose items a queue shows. */
export const scopes = {
  /** By what is listed: tickets and tasks have different genders in Portuguese and Spanish. */
  name: {
    ticket: { mine: 'Meus', departments: 'Meus departamentos', unassigned: 'Sem responsável', all: 'Todos', followed: 'Seguidos', snoozed: 'Adiados' },
    task: { mine: 'Minhas', departments: 'Meus departamentos', unassigned: 'Sem responsável', all: 'Todas', followed: 'Seguidas', snoozed: 'Adiadas' },
  },
  identity: 'Diga quem você é',
  identityHint: 'Escolha seu nome e seus departamentos, para que “Meus” e “Meus departamentos” possam mostrar algo',
} as const satisfies Translation<typeof english.scopes>;

/** Words of the bar that narrows a queue. */
export const filters = {
  label: 'Filtros',
  search: 'Procurar nos filtros',
  searchHint: 'Procurar nos filtros (/)',
  searchAll: 'Departamento, status, tag, pessoa…',
  searchIn: 'Procurar: {{condition}}',
  noMatch: 'Nada aqui tem esse nome.',
  noValues: 'Nenhum item tem um valor para isto ainda.',
  condition: { shelf: 'Somente', consumer: 'Consumidor', department: 'Departamento', status: 'Status', priority: 'Prioridade', tag: 'Tag', assignee: 'Responsável', due: 'Prazo' },
  shelf: { followed: 'Seguidos', snoozed: 'Adiados' },
  due: { overdue: 'Vencido', today: 'Hoje', week: 'Em até 7 dias', none: 'Sem prazo' },
  thisConsumer: 'Este consumidor',
  unknown: 'Não é mais conhecido',
  remove: 'Remover filtro {{condition}}',
  removeShort: 'Remover',
  clear: 'Limpar',
  save: 'Salvar como visão…',
  update: 'Atualizar visão',
  sort: {
    label: 'Ordem',
    named: 'Ordem: {{sort}}',
    by: { changed: 'Última alteração', created: 'Criação', due: 'Prazo', priority: 'Prioridade', number: 'Número' },
    newest: 'mais recente primeiro', oldest: 'mais antigo primeiro', latest: 'mais distante primeiro', soonest: 'mais próximo primeiro', highest: 'maior primeiro', lowest: 'menor primeiro',
  },
} as const satisfies Translation<typeof english.filters>;

/** Words of saved views. */
export const views = {
  label: 'Visões',
  keys: 'Alt com ↑ e ↓ move uma visão, F2 muda o nome, Delete remove',
  menu: 'Mais opções para {{name}}',
  rename: 'Mudar o nome',
  up: 'Mover para cima',
  down: 'Mover para baixo',
  remove: 'Remover',
  save: 'Salvar como visão',
  saveLead: 'Ela guarda estes filtros e esta ordem e fica na barra lateral com a contagem.',
  keep: 'Salvar',
  name: 'Nome',
  nameEmpty: 'Dê um nome a ela.',
  nameTaken: 'Já existe uma visão com este nome. Dê outro nome.',
  saved: 'Visão “{{name}}” salva',
  removed: 'Visão “{{name}}” removida',
  moved: '“{{name}}” agora é o número {{place, number}} de {{count, number}}',
  full: 'Já há 40 visões salvas, o máximo possível. Remova uma primeiro.',
} as const satisfies Translation<typeof english.views>;

/** Signs in a row and in the details. */
export const row = {
  followed: 'Seguido',
  woke: { time: 'De volta: acabou o prazo', change: 'De volta: algo mudou' },
  snoozed: 'Adiado até {{time}}',
  taken: '{{name}} assumiu {{ago}}',
  takenAgo: '(assumiu {{ago}})',
} as const satisfies Translation<typeof english.row>;

/** Words for putting an item off. */
export const snooze = {
  title: 'Adiar até',
  at: { hour: 'Daqui a 1 hora', fourHours: 'Daqui a 4 horas', tomorrow: 'Amanhã de manhã', monday: 'Segunda de manhã', week: 'Semana que vem' },
  own: 'Outro horário',
  date: 'Data',
  time: 'Hora',
  action: 'Adiar',
  past: 'Informe uma data e uma hora que ainda estejam por vir.',
  orChange: 'Ou quando algo mudar',
  until: 'Adiado até {{time}}',
  wake: 'Trazer de volta agora',
  done: 'Adiado até {{time}}',
  woken: 'De volta à fila',
} as const satisfies Translation<typeof english.snooze>;

/** What can be done to the item that is open. */
export const actions = {
  label: 'Ações',
  follow: 'Seguir',
  unfollow: 'Deixar de seguir',
  snooze: 'Adiar',
  copyNumber: 'Copiar número',
  copyLink: 'Copiar link',
  browse: 'Abrir no Cxpress',
  why: 'Por que (não) fui avisado?',
  noLink: 'Não há link para este item no Cxpress',
  noLinkNext: 'O perfil de API em uso não diz onde ficam tickets e tarefas no Cxpress. Quem cuida do perfil pode incluir o endereço; veja Configurações.',
} as const satisfies Translation<typeof english.actions>;

/** The card of whoever asks. */
export const consumer = {
  others_one: 'mais {{count, number}} ticket ou tarefa',
  others_many: 'mais {{count, number}} de tickets e tarefas',
  others_other: 'mais {{count, number}} tickets e tarefas',
  noOthers: 'Nenhum outro ticket ou tarefa.',
  showAll: 'Mostrar todos na lista',
  more_one: 'e mais {{count, number}}',
  more_many: 'e mais {{count, number}}',
  more_other: 'e mais {{count, number}}',
} as const satisfies Translation<typeof english.consumer>;

/** What was just done, told for a while at the bottom. */
export const say = {
  undo: 'Desfazer',
  followed: 'Agora você segue este item',
  unfollowed: 'Você não segue mais este item',
  numberCopied: 'Número copiado',
  nothingUnread: 'Não havia nada por ler aqui',
  markedRead_one: '{{count, number}} marcado como lido',
  markedRead_many: '{{count, number}} marcados como lidos',
  markedRead_other: '{{count, number}} marcados como lidos',
  unreadAgain_one: '{{count, number}} não lido de novo',
  unreadAgain_many: '{{count, number}} não lidos de novo',
  unreadAgain_other: '{{count, number}} não lidos de novo',
} as const satisfies Translation<typeof english.say>;

/** Why a queue shows no row, and what to do. */
export const emptiness = {
  showAll: 'Mostrar todos',
  identity: { title: 'Quem é você?', text: 'O token é da empresa, então o aplicativo não sabe. Escolha uma vez seu nome e seus departamentos.', action: 'Diga quem você é' },
  noDepartments: { title: 'Nenhum departamento escolhido', text: 'Escolha os departamentos em que você trabalha, e os tickets e tarefas deles aparecem aqui.', action: 'Escolher departamentos' },
  filtered: { ticket: 'Nenhum ticket corresponde a estes filtros', task: 'Nenhuma tarefa corresponde a estes filtros', text: 'Remova um deles acima, ou todos de uma vez.' },
  mine: { title: 'Nada está atribuído a você', text: 'O que for atribuído a você no Cxpress aparece aqui.' },
  departments: { title: 'Nada em seus departamentos', text: 'O que chegar para um dos seus departamentos aparece aqui.' },
  unassigned: { title: 'Nada espera por um responsável', text: 'Tudo tem alguém que cuida.' },
  followed: { title: 'Você não segue nada aqui', text: 'Pressione F em uma linha, ou a estrela nos detalhes, para acompanhar o item.' },
  snoozed: { title: 'Nada está adiado', text: 'Pressione S em uma linha para adiá-la até um horário ou até que algo mude.' },
} as const satisfies Translation<typeof english.emptiness>;
