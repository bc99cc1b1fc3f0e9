import type { en } from './en.ts';
import { errors } from './pt-BR/errors.ts';
import { screens } from './pt-BR/screens.ts';
import { shell } from './pt-BR/shell.ts';
import type { Translation } from './translation.ts';

/** Brazilian Portuguese, complete: the same keys as `en`. The person is “você”; sentences say what happened and what to do. */
export const ptBR = { errors, screens, shell } as const satisfies Translation<typeof en>;
