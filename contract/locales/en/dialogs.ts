/** Words of the system's file dialogs. */
export const dialogs = {
  rules: { open: 'Import notification rules', save: 'Export notification rules', filter: 'Notification rules' },
} as const;
