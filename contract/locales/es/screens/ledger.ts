import type { ledger as english } from '../../en/screens/ledger.ts';
import type { Translation } from '../../translation.ts';

/** Words of the ledger: every event with what became of it. */
export const ledger = {
  title: 'Registro de notificaciones',
  titleItem: 'Registro de notificaciones de este elemento',
  back: 'Volver',
  backToList: 'Volver a la lista',
  total_one: '{{count, number}} evento de los últimos 14 días',
  total_many: '{{count, number}} de eventos de los últimos 14 días',
  total_other: '{{count, number}} eventos de los últimos 14 días',
  search: 'Número, título o regla',
  all: 'Todas las entradas',
  onlyThis: 'Solo este elemento',
  list: 'Eventos, del más nuevo al más antiguo',
  entry: 'El evento elegido',
  open: { ticket: 'Abrir el ticket', task: 'Abrir la tarea' },
  empty: { title: 'Todavía no pasó nada', text: 'Cada ticket o tarea que llega o cambia aparece aquí, con el motivo por el que se te avisó o no.' },
  emptyItem: { title: 'Ningún evento de este elemento', text: 'No cambió en los últimos 14 días, o vino con la primera sincronización, que no avisa nada.' },
  none: { title: 'Nada con “{{search}}”', text: 'La búsqueda mira el número, el título y la regla que decidió, en los últimos 14 días.', action: 'Borrar la búsqueda' },
  /** What was decided, in a word or two. */
  outcome: { toast: 'Avisado', summary: 'Avisado en un resumen', badge: 'Solo contado', ignored: 'Ignorado', quiet: 'Nada que avisar', paused: 'En pausa', quietHours: 'Silencio', open: 'Sin decidir' },
  why: {
    open: 'Sin decidir todavía. Se decide cuando la sincronización que lo trajo esté completa.',
    toast: 'Se te avisó de inmediato.',
    badge: 'Sin aviso, solo contado como no leído.',
    ignored: 'Sin aviso, y tampoco contado como no leído.',
    paused: 'Sin aviso: las notificaciones estaban en pausa.',
    quietHours: 'Sin aviso: fue en tus horas de silencio.',
    quietHoursUntil: 'Sin aviso: horas de silencio hasta {{time}}.',
    gone: 'Sin aviso: se eliminó o salió de todas las colas.',
    seen: 'Sin aviso: lo habías abierto o buscado tú.',
    snoozed: 'Sin aviso: lo habías pospuesto.',
    waiting: 'Sin aviso: esperó un responsable, pero ninguna regla pregunta por él, o alguien ya lo había tomado.',
    summary: {
      flood: 'Avisado junto con otros, porque llegaron más de cinco notificaciones en un minuto.',
      away: 'Avisado junto con otros: pasó con la app cerrada o sin conexión.',
      digest: 'Avisado en un resumen con otros, como pide la regla.',
    },
  },
  by: {
    rule: 'regla “{{name}}”',
    ruleSentence: 'Decidió tu regla “{{name}}”.',
    default: 'predeterminado: {{words}}',
    defaultSentence: 'No se cumplió ninguna regla; decidió este valor predeterminado: {{words}}.',
    unknown: 'No se anotó qué regla decidió.',
  },
  ruleGone: 'Esta regla ya no existe.',
  fate: { notShown: 'no mostrado', clicked: 'con clic', withdrawn: 'retirado' },
  line: { what: 'Qué pasó', at: 'En Cxpress', atUnknown: 'Sin hora', seen: 'Visto aquí', decision: 'Decisión', rule: 'Quién decidió', sent: 'Entregado al sistema', answer: 'Su respuesta', clicked: 'Con clic', withdrawn: 'Retirado' },
  answer: { none: 'No respondió.', shown: 'La mostró.', notShown: 'No la mostró.' },
  withdrawnWhy: 'se tomó, se cerró o salió de tus departamentos, o cerraste la sesión',
} as const satisfies Translation<typeof english>;
