import type { toasts as english } from '../en/toasts.ts';
import type { Translation } from '../translation.ts';

/** See ../en/toasts.ts. */
export const toasts = {
  woke: 'De volta do adiamento: {{title}}',
  waiting: 'Ninguém assumiu {{title}}',
  waitingFor: {
    minutes: 'Esperando há {{minutes, number}} min sem responsável',
    hours: 'Esperando há {{hours, number}} h sem responsável',
    days_one: 'Esperando há {{count, number}} dia sem responsável',
    days_many: 'Esperando há {{count, number}} de dias sem responsável',
    days_other: 'Esperando há {{count, number}} dias sem responsável',
  },
  bare: {
    new: { ticket: 'Novo ticket', task: 'Nova tarefa' },
    changed: { ticket: 'Ticket alterado', task: 'Tarefa alterada' },
    woke: { ticket: 'Ticket de volta do adiamento', task: 'Tarefa de volta do adiamento' },
    waiting: { ticket: 'Ticket sem responsável', task: 'Tarefa sem responsável' },
  },
  numbered: '{{what}}: {{number}}',
} as const satisfies Translation<typeof english>;
