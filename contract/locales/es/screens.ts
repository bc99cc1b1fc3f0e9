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
  tooDeep: 'tiene demasiados niveles, uno dentro de otro',
  oldFormat: 'es una colección de Postman en el formato antiguo 1',
  foldersTooDeep: 'tiene demasiadas carpetas, una dentro de otra',
  tooManyRequests: 'tiene más de 2000 solicitudes',
  unsafeNames: 'contiene nombres que ningún perfil tiene',
  profileParts: 'faltan partes del perfil o son incorrectas',
  newerProfile: 'fue creado por una versión más nueva de esta aplicación',
  changingCall: 'una de sus llamadas cambiaría tickets u otros datos en vez de leerlos',
  notSettings: 'no contiene la configuración de esta aplicación',
  notRules: 'no contiene reglas de notificación de esta aplicación',
  tooManyRules: 'junto con las tuyas habría más reglas de las que la aplicación puede guardar',
};

/** Words inside the windows. Plural forms follow i18next (`_one`, `_many`, `_other`, chosen by `count`). */
export const screens = {
  app: {
    name: 'Cxpress Tray',
    starting: 'Iniciando…',
    crashed: { what: 'Esta ventana tuvo un problema que no pudo superar.', next: 'Carga la ventana de nuevo. No se pierde nada de lo guardado.', retry: 'Cargar de nuevo' },
    retry: 'Intentar de nuevo',
    dismiss: 'Descartar',
    yes: 'Sí',
    no: 'No',
    close: 'Cerrar',
    cancel: 'Cancelar',
    none: 'ninguno',
  },

  /** Words an error's sentence falls back on when the error does not say. */
  error: {
    host: 'el servidor', status: 'desconocido', hotkey: 'esta combinación', until: 'que termine el bloqueo', reason: 'no se puede leer con seguridad', missing: 'una lista de tickets',
    refusal,
  },

  entity: { ticket: 'Tickets', task: 'Tareas', consumer: 'Consumidores', department: 'Departamentos', ticketTag: 'Etiquetas de tickets', consumerTag: 'Etiquetas de consumidores', customField: 'Campos personalizados' },

  nav: {
    label: 'Principal',
    tickets: 'Tickets',
    tasks: 'Tareas',
    settings: 'Configuración',
    lookup: 'Búsqueda',
    lookupHint: 'Buscar un ticket o tarea. Desde cualquier programa: {{hotkey}}',
    lookupNone: 'Buscar un ticket o tarea. No hay un atajo definido; elige uno en Configuración.',
    keys: '{{label}} ({{keys}})',
    unread_one: '{{count, number}} sin leer',
    unread_many: '{{count, number}} sin leer',
    unread_other: '{{count, number}} sin leer',
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
    filter: { label: 'Filtro', all: 'Todo', unread: 'Sin leer' },
    list: { ticket: 'Lista de tickets', task: 'Lista de tareas' },
    total: {
      ticket_one: '{{count, number}} ticket', ticket_many: '{{count, number}} de tickets', ticket_other: '{{count, number}} tickets',
      task_one: '{{count, number}} tarea', task_many: '{{count, number}} de tareas', task_other: '{{count, number}} tareas',
    },
    unreadTotal_one: '{{count, number}} sin leer',
    unreadTotal_many: '{{count, number}} sin leer',
    unreadTotal_other: '{{count, number}} sin leer',
    unread: 'Sin leer',
    untitled: 'Sin título',
    moreTags_one: '{{count}} etiqueta más',
    moreTags_many: '{{count}} de etiquetas más',
    moreTags_other: '{{count}} etiquetas más',
    loading: 'Cargando',
    due: { in: 'Vence en {{time}}', on: 'Vence el {{date}}', overdue: 'Venció hace {{time}}', overdueSince: 'Venció el {{date}}', now: 'Vence ahora' },
    age: { updated: 'Actualización: {{time}}', created: 'Creación: {{time}}' },
    priority: 'Prioridad: {{priority}}',
    empty: {
      ticket: { title: 'Aún no hay tickets', text: 'Un ticket aparece aquí en cuanto Cxpress tenga uno.' },
      task: { title: 'Aún no hay tareas', text: 'Una tarea aparece aquí en cuanto Cxpress tenga una.' },
      unread: { title: 'Nada sin leer', text: 'Ya se abrió todo lo que hay.', action: 'Mostrar todo' },
      first: { title: 'Primera sincronización', text: 'La copia local se está llenando. Los elementos aparecen aquí a medida que llegan.' },
      noPermission: {
        ticket: { title: 'Este token no puede leer tickets' },
        task: { title: 'Este token no puede leer tareas' },
        text: 'Un token no se puede editar. El propietario de la empresa crea uno nuevo con este permiso (Configurations → Company → API); pega el par nuevo en Configuración.',
        action: 'Abrir configuración',
      },
      offline: { title: 'Aún sin conexión', text: 'Todavía no hay nada guardado aquí. La primera sincronización empieza sola cuando vuelva la red.' },
      blocked: { title: 'En espera hasta {{time}}', text: 'Cxpress bloqueó esta dirección porque recibió demasiadas solicitudes de ella. La primera sincronización continúa sola.' },
    },
    banner: {
      first: 'Primera sincronización: los elementos aparecen a medida que llegan.',
      offline: 'Sin conexión. Última información: {{time}}.',
      offlineNever: 'Sin conexión. La copia local aún no está completa.',
      blocked: 'Llegaron demasiadas solicitudes desde la dirección de esta oficina, y Cxpress la bloqueó hasta las {{until}}; después la lectura continúa sola. Última información: {{time}}.',
      blockedNever: 'Llegaron demasiadas solicitudes desde la dirección de esta oficina, y Cxpress la bloqueó hasta las {{until}}; después la lectura continúa sola. La copia local aún no está completa.',
      needsTokens: 'La sesión terminó. Última información: {{time}}.',
      needsTokensNever: 'La sesión terminó. La copia local aún no está completa.',
      paste: 'Pegar tokens nuevos',
      noPermission: 'El token ya no permite leer esto. Los elementos quedan como estaban.',
    },
  },

  detail: {
    label: 'Detalles',
    nothing: { ticket: 'Ningún ticket seleccionado', task: 'Ninguna tarea seleccionada', text: 'Elige un elemento de la lista para leerlo aquí.' },
    loading: 'Cargando',
    markRead: 'Marcar como leído',
    markUnread: 'Marcar como no leído',
    back: 'Volver a la lista',
    close: 'Cerrar detalles',
    /** Why an item is in no queue any more. What was known stays readable. */
    gone: {
      deleted: { badge: 'Eliminado en Cxpress', what: 'Este elemento se eliminó en Cxpress. Se muestra lo último que se supo.' },
      notFound: { badge: 'No encontrado', what: 'Cxpress ya no conoce este elemento. Se muestra lo último que se supo.' },
      forbidden: { badge: 'Sin permiso', what: 'Tu cuenta ya no puede leer este elemento. Se muestra lo último que se supo.' },
      unlisted: { badge: 'Fuera de la lista', what: 'Cxpress ya no lista este elemento, por eso salió de la cola. Se muestra lo último que se supo.' },
    },
    properties: 'Propiedades',
    status: 'Estado: {{status}}',
    priority: 'Prioridad',
    department: 'Departamento',
    assignee: 'Responsable',
    channel: 'Canal',
    created: 'Creación',
    updated: 'Actualización',
    due: 'Vencimiento',
    unassigned: 'Nadie',
    description: 'Descripción',
    noDescription: 'Sin descripción.',
    consumer: 'Consumidor',
    email: 'Correo',
    phone: 'Teléfono',
    document: 'Documento',
    tasks: 'Tareas',
    ticket: 'Ticket',
    history: 'Historial',
    noHistory: 'Aún no se vio ningún cambio.',
    kind: { new: 'Nuevo', changed: 'Modificado', deleted: 'Salió de la cola', woke: 'De vuelta, ya no pospuesto', waiting: 'Espera un responsable' },
    change: '{{field}}: {{from}} → {{to}}',
    changedText: 'Cambió: {{field}}',
    empty: 'vacío',
    source: { baseline: 'Primera sincronización', poll: 'Sincronización normal', hint: 'Llamada de webhook', lookup: 'Búsqueda', open: 'Visto al abrir el elemento', clock: 'Reloj de esta computadora' },
    seen: 'Visto por esta computadora: {{time}}',
  },

  field: {
    number: 'Número', subject: 'Asunto', title: 'Título', description: 'Descripción', status: 'Estado', priority: 'Prioridad', channel: 'Canal',
    departmentId: 'Departamento', consumerId: 'Consumidor', assigneeId: 'Responsable', assigneeName: 'Responsable', tagIds: 'Etiquetas', customFields: 'Campos personalizados',
    dueAt: 'Vencimiento', ticketId: 'Ticket', createdAt: 'Creación', updatedAt: 'Actualización', deletedAt: 'Eliminación',
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
    title: 'Búsqueda de Cxpress Tray',
    input: 'Buscar un ticket o tarea',
    placeholder: 'Número, título, consumidor, correo, teléfono, etiqueta…',
    results: 'Resultados',
    recent: 'Recientes',
    none: { title: 'No se encontró nada para “{{query}}”', text: 'Todas las palabras deben coincidir. Acentos y mayúsculas no importan, y se perdona una letra equivocada en una palabra más larga.' },
    remote: {
      asking: 'No está guardado aquí. Consultando a Cxpress…',
      found: 'Desde Cxpress',
      none: 'Cxpress tampoco conoce ningún ticket o tarea con este número o id.',
    },
    forgiven: 'Palabra parecida',
    preview: { label: 'Vista previa', loading: 'Cargando la vista previa', changed: 'Último cambio' },
    copied: { link: 'Enlace copiado', number: 'Número copiado; el perfil en uso no conoce una dirección para el enlace', nothing: 'No hay enlace ni número para copiar' },
    noAddress: 'El perfil en uso no dice dónde está esto en Cxpress.',
    noRecent: { title: 'Aún no hay nada guardado', text: 'Cuando la primera sincronización traiga tickets, aquí se encuentra cualquiera de ellos.' },
    why: { number: 'Número', title: 'Título', consumer: 'Consumidor', email: 'Correo', phone: 'Teléfono', tag: 'Etiqueta', customField: 'Campo personalizado', description: 'Descripción', id: 'Id' },
    matched: 'Coincide en: {{field}}',
    keys: { open: 'Abrir', browse: 'En Cxpress', copy: 'Copiar enlace', preview: 'Vista previa', close: 'Cerrar' },
    kind: { ticket: 'Ticket', task: 'Tarea' },
  },
} as const satisfies Translation<typeof english>;
