import type { shell as english } from '../en/shell.ts';
import type { Translation } from '../translation.ts';
import { dialogs } from './dialogs.ts';
import { menu } from './menu.ts';
import { toasts } from './toasts.ts';

/** Words outside the windows: tray, menus, toasts, dialogs. Names of fields are `screens.field.*`. */
export const shell = {
  dialogs,
  menu,
  tray: {
    open: 'Abrir o Cxpress Tray',
    lookup: 'Buscar um ticket ou tarefa…',
    syncNow: 'Sincronizar agora',
    pause: 'Pausar notificações',
    pauseHalfHour: 'Por 30 minutos',
    pauseHour: 'Por 1 hora',
    pauseTomorrow: 'Até amanhã',
    pauseUntilResumed: 'Até eu retomar',
    resume: 'Retomar notificações',
    settings: 'Configurações',
    quit: 'Sair',
    tooltip: 'Cxpress Tray: {{state}}',
    tooltipUnread_one: 'Cxpress Tray: {{count, number}} não lido ({{items}}), {{state}}',
    tooltipUnread_many: 'Cxpress Tray: {{count, number}} não lidos ({{items}}), {{state}}',
    tooltipUnread_other: 'Cxpress Tray: {{count, number}} não lidos ({{items}}), {{state}}',
    paused: 'Notificações pausadas até {{time}}',
    pausedOpen: 'Notificações pausadas',
    queue: {
      ticket: { mine: 'Meus tickets: {{count, number}}', departments: 'Tickets dos meus departamentos: {{count, number}}', unassigned: 'Tickets sem responsável: {{count, number}}' },
      task: { mine: 'Minhas tarefas: {{count, number}}', departments: 'Tarefas dos meus departamentos: {{count, number}}', unassigned: 'Tarefas sem responsável: {{count, number}}' },
    },
    recent: { heading: 'Últimas alterações', ticket: 'Ticket', task: 'Tarefa' },
    state: {
      live: 'em dia',
      catchingUp: 'atualizando',
      offline: 'sem conexão',
      blocked: 'bloqueado até {{time}}',
      blockedFor_one: 'bloqueado até {{time}}, falta {{count, number}} minuto',
      blockedFor_many: 'bloqueado até {{time}}, faltam {{count, number}} de minutos',
      blockedFor_other: 'bloqueado até {{time}}, faltam {{count, number}} minutos',
      paused: '{{state}}, notificações em pausa',
      ending: '{{state}}, fim dos tokens: {{time}}',
      needsTokens: 'precisa de novos tokens',
      keyringLocked: 'chaveiro bloqueado',
      signedOut: 'desconectado',
    },
  },

  toast: {
    ...toasts,
    new: { ticket: 'Novo ticket: {{title}}', task: 'Nova tarefa: {{title}}' },
    changed: { ticket: 'Ticket {{title}}', task: 'Tarefa {{title}}' },
    untitled: 'sem título',
    change: '{{field}}: {{from}} → {{to}}',
    changeText: 'Mudou: {{field}}',
    more_one: 'mais {{count, number}} mudança',
    more_many: 'mais {{count, number}} de mudanças',
    more_other: 'mais {{count, number}} mudanças',
    updated: 'Atualização',
    none: 'nenhum',
    summary: {
      flood: 'Mais novidades nas filas',
      away: 'Enquanto você esteve fora',
      digest: 'Novidades dos últimos minutos',
      tickets_one: '{{count, number}} ticket', tickets_many: '{{count, number}} de tickets', tickets_other: '{{count, number}} tickets',
      tasks_one: '{{count, number}} tarefa', tasks_many: '{{count, number}} de tarefas', tasks_other: '{{count, number}} tarefas',
      body: '{{items}} com novidades',
      both: '{{tickets}} e {{tasks}}',
    },
    closed: { title: 'O Cxpress Tray continua aberto', body: 'Ele fica na bandeja e avisa sobre tickets. Para sair, use o menu da bandeja.' },
    sessionEnding: {
      twoDays: { title: 'Os tokens do Cxpress vencem em cerca de {{hours}} horas', body: 'Vencimento: {{time}}. Peça um novo par ao proprietário da empresa com antecedência e cole-o em Configurações.' },
      day: { title: 'Os tokens do Cxpress vencem em cerca de {{hours}} horas', body: 'Vencimento: {{time}}. Depois disso, nada de novo chega até que um novo par seja colado.' },
      hour: { title: 'Os tokens do Cxpress vencem em menos de uma hora', body: 'Vencimento: {{time}}. Depois disso, nada de novo chega até que um novo par seja colado.' },
      over: { title: 'Os tokens do Cxpress já devem ter vencido', body: 'Fim dos sete dias: {{time}}. Cole um novo par para continuar; o que está guardado permanece.' },
    },
    sessionEnded: { title: 'A sessão do Cxpress terminou', body: 'Nada de novo chega até que um novo par de tokens seja colado. Clique para fazer isso; o que está guardado permanece.' },
    test: { title: 'Cxpress Tray', body: 'É assim que você será avisado sobre tickets e tarefas.' },
  },
} as const satisfies Translation<typeof english>;
