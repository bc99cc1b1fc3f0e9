/** Words of toasts beyond new and changed items, and of those that must not say much. */
export const toasts = {
  woke: 'Back from snooze: {{title}}',
  waiting: 'Nobody has taken {{title}}',
  waitingFor: {
    minutes: 'Waiting for {{minutes, number}} min without assignee',
    hours: 'Waiting for {{hours, number}} h without assignee',
    days_one: 'Waiting for {{count, number}} day without assignee',
    days_other: 'Waiting for {{count, number}} days without assignee',
  },
  /** What happened, without saying to what; also on a locked screen. */
  bare: {
    new: { ticket: 'New ticket', task: 'New task' },
    changed: { ticket: 'Ticket changed', task: 'Task changed' },
    woke: { ticket: 'Ticket back from snooze', task: 'Task back from snooze' },
    waiting: { ticket: 'Ticket without assignee', task: 'Task without assignee' },
  },
  numbered: '{{what}}: {{number}}',
} as const;
