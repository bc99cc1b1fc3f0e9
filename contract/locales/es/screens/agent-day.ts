import type * as english from '../../en/screens/agent-day.ts';
import type { Translation } from '../../translation.ts';

/** Everything that can be done by key or palette, by its name in renderer/palette/commands.ts. */
export const commands = {
  group: { list: 'Lista', item: 'Ticket o tarea', filter: 'Filtros y vistas', go: 'Ir a', app: 'Aplicación' },
  name: {
    down: 'Fila siguiente', up: 'Fila anterior', pageDown: 'Una página abajo', pageUp: 'Una página arriba', first: 'Primera fila', last: 'Última fila',
    open: 'Abrir', back: 'Volver', readAll: 'Marcar todo lo que se ve como leído', undo: 'Deshacer',
    toggleUnread: 'Leído o sin leer', readNext: 'Marcar como leído y seguir', follow: 'Seguir o dejar de seguir', snooze: 'Posponer…', wake: 'Traer de vuelta ahora',
    copyNumber: 'Copiar número', copyLink: 'Copiar enlace', browse: 'Abrir en Cxpress', why: '¿Por qué (no) se me avisó?',
    search: 'Filtrar…', unreadOnly: 'Solo sin leer, o todo', clear: 'Quitar filtros', sort: 'Cambiar el orden…', saveView: 'Guardar como vista…', previousView: 'Vista anterior', nextView: 'Vista siguiente',
    goTickets: 'Tickets', goTasks: 'Tareas', goMine: 'Míos', goDepartments: 'Mis departamentos', goUnassigned: 'Sin responsable', goAll: 'Todos', goFollowed: 'Seguidos', goSnoozed: 'Pospuestos',
    goLedger: 'Registro de notificaciones', goRules: 'Reglas de notificación', goDiagnostics: 'Diagnóstico', goIdentity: 'Di quién eres', goSettings: 'Configuración',
    palette: 'Todos los comandos', help: 'Teclas', lookup: 'Búsqueda', sync: 'Sincronizar ahora',
    pauseHalfHour: 'Pausar notificaciones por 30 minutos', pauseHour: 'Pausar notificaciones por 1 hora', pauseTomorrow: 'Pausar notificaciones hasta mañana', pauseUntilResumed: 'Pausar notificaciones hasta que las reanude', resume: 'Reanudar notificaciones',
  },
} as const satisfies Translation<typeof english.commands>;

/** Words of the command palette. */
export const palette = { label: 'Todos los comandos', placeholder: '¿Qué quieres hacer?', none: 'Ningún comando se llama así. Prueba con otra palabra.' } as const satisfies Translation<typeof english.palette>;

/** Words of the sheet of keys. */
export const help = { title: 'Teclas', lead: 'Funcionan donde no se está escribiendo texto. La paleta de comandos hace lo mismo por nombre.', then: 'luego' } as const satisfies Translation<typeof english.help>;

/** Whose items a queue shows. */
export const scopes = {
  /** By what is listed: tickets and tasks have different genders in Portuguese and Spanish. */
  name: {
    ticket: { mine: 'Míos', departments: 'Mis departamentos', unassigned: 'Sin responsable', all: 'Todos', followed: 'Seguidos', snoozed: 'Pospuestos' },
    task: { mine: 'Mías', departments: 'Mis departamentos', unassigned: 'Sin responsable', all: 'Todas', followed: 'Seguidas', snoozed: 'Pospuestas' },
  },
  identity: 'Di quién eres',
  identityHint: 'Elige tu nombre y tus departamentos, para que “Míos” y “Mis departamentos” puedan mostrar algo',
} as const satisfies Translation<typeof english.scopes>;

/** Words of the bar that narrows a queue. */
export const filters = {
  label: 'Filtros',
  search: 'Buscar en los filtros',
  searchHint: 'Buscar en los filtros (/)',
  searchAll: 'Departamento, estado, etiqueta, persona…',
  searchIn: 'Buscar: {{condition}}',
  noMatch: 'Nada aquí se llama así.',
  noValues: 'Ningún elemento tiene un valor para esto todavía.',
  condition: { shelf: 'Solo', consumer: 'Consumidor', department: 'Departamento', status: 'Estado', priority: 'Prioridad', tag: 'Etiqueta', assignee: 'Responsable', due: 'Vence' },
  shelf: { followed: 'Seguidos', snoozed: 'Pospuestos' },
  due: { overdue: 'Vencido', today: 'Hoy', week: 'En los próximos 7 días', none: 'Sin vencimiento' },
  thisConsumer: 'Este consumidor',
  unknown: 'Ya no se conoce',
  remove: 'Quitar filtro {{condition}}',
  removeShort: 'Quitar',
  clear: 'Limpiar',
  save: 'Guardar como vista…',
  update: 'Actualizar vista',
  sort: {
    label: 'Orden',
    named: 'Orden: {{sort}}',
    by: { changed: 'Último cambio', created: 'Creación', due: 'Vencimiento', priority: 'Prioridad', number: 'Número' },
    newest: 'más reciente primero', oldest: 'más antiguo primero', latest: 'más lejano primero', soonest: 'más próximo primero', highest: 'mayor primero', lowest: 'menor primero',
  },
} as const satisfies Translation<typeof english.filters>;

/** Words of saved views. */
export const views = {
  label: 'Vistas',
  keys: 'Alt con ↑ y ↓ mueve una vista, F2 le cambia el nombre, Supr la quita',
  menu: 'Más opciones para {{name}}',
  rename: 'Cambiar el nombre',
  up: 'Mover arriba',
  down: 'Mover abajo',
  remove: 'Quitar',
  save: 'Guardar como vista',
  saveLead: 'Guarda estos filtros y este orden, y queda en la barra lateral con su cuenta.',
  keep: 'Guardar',
  name: 'Nombre',
  nameEmpty: 'Ponle un nombre.',
  nameTaken: 'Ya hay una vista con este nombre. Ponle otro.',
  saved: 'Vista “{{name}}” guardada',
  removed: 'Vista “{{name}}” quitada',
  moved: '“{{name}}” ahora es el número {{place, number}} de {{count, number}}',
  full: 'Ya hay 40 vistas guardadas, el máximo posible. Quita una primero.',
} as const satisfies Translation<typeof english.views>;

/** Signs in a row and in the details. */
export const row = {
  followed: 'Seguido',
  woke: { time: 'De vuelta: se cumplió el plazo', change: 'De vuelta: algo cambió' },
  snoozed: 'Pospuesto hasta {{time}}',
  taken: '{{name}} lo tomó {{ago}}',
  takenAgo: '(lo tomó {{ago}})',
} as const satisfies Translation<typeof english.row>;

/** Words for putting an item off. */
export const snooze = {
  title: 'Posponer hasta',
  at: { hour: 'Dentro de 1 hora', fourHours: 'Dentro de 4 horas', tomorrow: 'Mañana por la mañana', monday: 'El lunes por la mañana', week: 'La próxima semana' },
  own: 'Otro momento',
  date: 'Fecha',
  time: 'Hora',
  action: 'Posponer',
  past: 'Indica una fecha y una hora que aún estén por venir.',
  orChange: 'O cuando algo cambie',
  until: 'Pospuesto hasta {{time}}',
  wake: 'Traer de vuelta ahora',
  done: 'Pospuesto hasta {{time}}',
  woken: 'De vuelta en la cola',
} as const satisfies Translation<typeof english.snooze>;

/** What can be done to the item that is open. */
export const actions = {
  label: 'Acciones',
  follow: 'Seguir',
  unfollow: 'Dejar de seguir',
  snooze: 'Posponer',
  copyNumber: 'Copiar número',
  copyLink: 'Copiar enlace',
  browse: 'Abrir en Cxpress',
  why: '¿Por qué (no) se me avisó?',
  noLink: 'No hay enlace a este elemento en Cxpress',
  noLinkNext: 'El perfil de API en uso no dice dónde están los tickets y tareas en Cxpress. Quien cuida el perfil puede agregar la dirección; mira Configuración.',
} as const satisfies Translation<typeof english.actions>;

/** The card of whoever asks. */
export const consumer = {
  others_one: '{{count, number}} ticket o tarea más',
  others_many: '{{count, number}} de tickets y tareas más',
  others_other: '{{count, number}} tickets y tareas más',
  noOthers: 'Ningún otro ticket o tarea.',
  showAll: 'Mostrar todos en la lista',
  more_one: 'y {{count, number}} más',
  more_many: 'y {{count, number}} más',
  more_other: 'y {{count, number}} más',
} as const satisfies Translation<typeof english.consumer>;

/** What was just done, told for a while at the bottom. */
export const say = {
  undo: 'Deshacer',
  followed: 'Ahora sigues este elemento',
  unfollowed: 'Ya no sigues este elemento',
  numberCopied: 'Número copiado',
  nothingUnread: 'Aquí no había nada sin leer',
  markedRead_one: '{{count, number}} marcado como leído',
  markedRead_many: '{{count, number}} marcados como leídos',
  markedRead_other: '{{count, number}} marcados como leídos',
  unreadAgain_one: '{{count, number}} sin leer de nuevo',
  unreadAgain_many: '{{count, number}} sin leer de nuevo',
  unreadAgain_other: '{{count, number}} sin leer de nuevo',
} as const satisfies Translation<typeof english.say>;

/** Why a queue shows no row, and what to do. */
export const emptiness = {
  showAll: 'Mostrar todos',
  identity: { title: '¿Quién eres?', text: 'El token es de la empresa, así que la aplicación no lo sabe. Elige una vez tu nombre y tus departamentos.', action: 'Di quién eres' },
  noDepartments: { title: 'Ningún departamento elegido', text: 'Elige los departamentos para los que trabajas, y sus tickets y tareas aparecen aquí.', action: 'Elegir departamentos' },
  filtered: { ticket: 'Ningún ticket coincide con estos filtros', task: 'Ninguna tarea coincide con estos filtros', text: 'Quita uno de ellos arriba, o todos a la vez.' },
  mine: { title: 'No tienes nada asignado', text: 'Lo que se te asigne en Cxpress aparece aquí.' },
  departments: { title: 'Nada en tus departamentos', text: 'Lo que llegue para uno de tus departamentos aparece aquí.' },
  unassigned: { title: 'Nada espera un responsable', text: 'Todo tiene a alguien que se ocupa.' },
  followed: { title: 'No sigues nada aquí', text: 'Presiona F en una fila, o la estrella en sus detalles, para no perderla de vista.' },
  snoozed: { title: 'Nada está pospuesto', text: 'Presiona S en una fila para posponerla hasta un momento o hasta que algo cambie.' },
} as const satisfies Translation<typeof english.emptiness>;
