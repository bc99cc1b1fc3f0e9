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
    open: 'Abrir Cxpress Tray',
    lookup: 'Buscar un ticket o tarea…',
    syncNow: 'Sincronizar ahora',
    pause: 'Pausar notificaciones',
    pauseHalfHour: 'Por 30 minutos',
    pauseHour: 'Por 1 hora',
    pauseTomorrow: 'Hasta mañana',
    pauseUntilResumed: 'Hasta reanudar',
    resume: 'Reanudar notificaciones',
    settings: 'Configuración',
    quit: 'Salir',
    tooltip: 'Cxpress Tray: {{state}}',
    tooltipUnread_one: 'Cxpress Tray: {{count, number}} sin leer ({{items}}), {{state}}',
    tooltipUnread_many: 'Cxpress Tray: {{count, number}} sin leer ({{items}}), {{state}}',
    tooltipUnread_other: 'Cxpress Tray: {{count, number}} sin leer ({{items}}), {{state}}',
    paused: 'Notificaciones en pausa hasta {{time}}',
    pausedOpen: 'Notificaciones en pausa',
    queue: {
      ticket: { mine: 'Mis tickets: {{count, number}}', departments: 'Tickets de mis departamentos: {{count, number}}', unassigned: 'Tickets sin asignar: {{count, number}}' },
      task: { mine: 'Mis tareas: {{count, number}}', departments: 'Tareas de mis departamentos: {{count, number}}', unassigned: 'Tareas sin asignar: {{count, number}}' },
    },
    recent: { heading: 'Últimos cambios', ticket: 'Ticket', task: 'Tarea' },
    state: {
      live: 'al día',
      catchingUp: 'actualizando',
      offline: 'sin conexión',
      blocked: 'bloqueado hasta {{time}}',
      blockedFor_one: 'bloqueado hasta {{time}}, falta {{count, number}} minuto',
      blockedFor_many: 'bloqueado hasta {{time}}, faltan {{count, number}} de minutos',
      blockedFor_other: 'bloqueado hasta {{time}}, faltan {{count, number}} minutos',
      paused: '{{state}}, notificaciones en pausa',
      ending: '{{state}}, fin de los tokens: {{time}}',
      needsTokens: 'se necesitan tokens nuevos',
      keyringLocked: 'llavero bloqueado',
      signedOut: 'sesión cerrada',
    },
  },

  toast: {
    ...toasts,
    new: { ticket: 'Nuevo ticket: {{title}}', task: 'Nueva tarea: {{title}}' },
    changed: { ticket: 'Ticket {{title}}', task: 'Tarea {{title}}' },
    untitled: 'sin título',
    change: '{{field}}: {{from}} → {{to}}',
    changeText: 'Cambió: {{field}}',
    more_one: '{{count, number}} cambio más',
    more_many: '{{count, number}} de cambios más',
    more_other: '{{count, number}} cambios más',
    updated: 'Actualización',
    none: 'ninguno',
    summary: {
      flood: 'Más novedades en las colas',
      away: 'Durante tu ausencia',
      digest: 'Novedades de los últimos minutos',
      tickets_one: '{{count, number}} ticket', tickets_many: '{{count, number}} de tickets', tickets_other: '{{count, number}} tickets',
      tasks_one: '{{count, number}} tarea', tasks_many: '{{count, number}} de tareas', tasks_other: '{{count, number}} tareas',
      body: '{{items}} con novedades',
      both: '{{tickets}} y {{tasks}}',
    },
    closed: { title: 'Cxpress Tray sigue abierto', body: 'Permanece en la bandeja y avisa sobre los tickets. Para salir, usa el menú de la bandeja.' },
    sessionEnding: {
      twoDays: { title: 'Los tokens de Cxpress vencen en unas {{hours}} horas', body: 'Vencimiento: {{time}}. Pide con tiempo un par nuevo al propietario de la empresa y pégalo en Configuración.' },
      day: { title: 'Los tokens de Cxpress vencen en unas {{hours}} horas', body: 'Vencimiento: {{time}}. Después no llega nada nuevo hasta pegar un par nuevo.' },
      hour: { title: 'Los tokens de Cxpress vencen en menos de una hora', body: 'Vencimiento: {{time}}. Después no llega nada nuevo hasta pegar un par nuevo.' },
      over: { title: 'Los tokens de Cxpress ya deben haber vencido', body: 'Fin de los siete días: {{time}}. Pega un par nuevo para continuar; lo guardado permanece.' },
    },
    sessionEnded: { title: 'La sesión de Cxpress terminó', body: 'No llega nada nuevo hasta pegar un par de tokens nuevo. Haz clic para hacerlo; lo guardado permanece.' },
    test: { title: 'Cxpress Tray', body: 'Así llegarán los avisos sobre tickets y tareas.' },
  },
} as const satisfies Translation<typeof english>;
