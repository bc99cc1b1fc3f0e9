import type { en } from './en.ts';
import { errors } from './es/errors.ts';
import { screens } from './es/screens.ts';
import { shell } from './es/shell.ts';
import type { Translation } from './translation.ts';

/** Spanish as Latin America reads it, complete: the same keys as `en`. Steps are short imperatives (“Pega los tokens”). */
export const es = { errors, screens, shell } as const satisfies Translation<typeof en>;
