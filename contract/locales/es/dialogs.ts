import type { dialogs as english } from '../en/dialogs.ts';
import type { Translation } from '../translation.ts';

/** See ../en/dialogs.ts. */
export const dialogs = {
  rules: { open: 'Importar reglas de notificación', save: 'Exportar reglas de notificación', filter: 'Reglas de notificación' },
  settings: { open: 'Importar configuración', save: 'Exportar configuración', filter: 'Configuración' },
  diagnostics: { save: 'Guardar diagnóstico', filter: 'Diagnóstico' },
} as const satisfies Translation<typeof english>;
