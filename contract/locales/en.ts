import { errors } from './en/errors.ts';
import { screens } from './en/screens.ts';
import { shell } from './en/shell.ts';

/** English, complete. One i18next resource bundle; keys are dotted paths such as `errors.blocked.what`. */
export const en = { errors, screens, shell } as const;
