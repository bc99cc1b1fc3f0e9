import type { toasts as english } from '../en/toasts.ts';
import type { Translation } from '../translation.ts';

/** See ../en/toasts.ts. */
export const toasts = {
  woke: 'De vuelta tras posponer: {{title}}',
  waiting: 'Nadie ha tomado {{title}}',
  waitingFor: {
    minutes: 'Espera desde hace {{minutes, number}} min sin responsable',
    hours: 'Espera desde hace {{hours, number}} h sin responsable',
    days_one: 'Espera desde hace {{count, number}} día sin responsable',
    days_many: 'Espera desde hace {{count, number}} de días sin responsable',
    days_other: 'Espera desde hace {{count, number}} días sin responsable',
  },
  bare: {
    new: { ticket: 'Nuevo ticket', task: 'Nueva tarea' },
    changed: { ticket: 'Ticket modificado', task: 'Tarea modificada' },
    woke: { ticket: 'Ticket de vuelta tras posponer', task: 'Tarea de vuelta tras posponer' },
    waiting: { ticket: 'Ticket sin responsable', task: 'Tarea sin responsable' },
  },
  numbered: '{{what}}: {{number}}',
} as const satisfies Translation<typeof english>;
