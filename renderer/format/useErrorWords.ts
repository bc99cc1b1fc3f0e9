import { useTranslation } from 'react-i18next';
import type { AppError } from '../../contract/result.ts';
import { errorWords, type ErrorWords } from './error-words.ts';
import { useFormats } from './FormatProvider.tsx';

/** {@link errorWords} in the window's language. */
export function useErrorWords(): (error: AppError) => ErrorWords {
  const { t } = useTranslation();
  const formats = useFormats();
  return (error) => errorWords(t, formats, error);
}
