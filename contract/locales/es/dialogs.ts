import type { dialogs as english } from '../en/dialogs.ts';
import type { Translation } from '../translation.ts';

/** See ../en/dialogs.ts. */
export const dialogs = {
  rules: { open: 'Importar reglas de notificación', save: 'Exportar reglas de notificación', filter: 'Reglas de notificación' },
} as const satisfies Translation<typeof english>;
