import type { dialogs as english } from '../en/dialogs.ts';
import type { Translation } from '../translation.ts';

/** See ../en/dialogs.ts. */
export const dialogs = {
  rules: { open: 'Importar regras de notificação', save: 'Exportar regras de notificação', filter: 'Regras de notificação' },
  settings: { open: 'Importar configurações', save: 'Exportar configurações', filter: 'Configurações' },
  diagnostics: { save: 'Salvar diagnóstico', filter: 'Diagnóstico' },
} as const satisfies Translation<typeof english>;
