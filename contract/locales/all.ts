import { en } from './en.ts';
import { es } from './es.ts';
import type { Language } from './languages.ts';
import { ptBR } from './pt-BR.ts';

/** The words of every language, as i18next wants its resources. */
export const RESOURCES = { en: { translation: en }, 'pt-BR': { translation: ptBR }, es: { translation: es } } as const satisfies Record<Language, unknown>;
