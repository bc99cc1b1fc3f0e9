/** Words of the system's file dialogs. */
export const dialogs = {
  rules: { open: 'Import notification rules', save: 'Export notification rules', filter: 'Notification rules' },
  settings: { open: 'Import settings', save: 'Export settings', filter: 'Settings' },
  diagnostics: { save: 'Save diagnostics', filter: 'Diagnostics' },
} as const;
