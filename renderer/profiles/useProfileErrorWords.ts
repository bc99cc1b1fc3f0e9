import { useTranslation } from 'react-i18next';
import type { AppError } from '../../contract/result.ts';
import type { ErrorWords } from '../format/error-words.ts';
import { useErrorWords } from '../format/useErrorWords.ts';

/** Like useErrorWords; what a profile lacks is named in words. */
export function useProfileErrorWords(): (error: AppError) => ErrorWords {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  return (error) => {
    const { missing } = error.params ?? {};
    if (error.code !== 'profileIncomplete' || typeof missing !== 'string') return errorWords(error);
    const named = missing.split(', ').map((part) => t(`screens.profiles.lacking.${part.replaceAll('.', '_')}`, { defaultValue: part }));
    return errorWords({ ...error, params: { ...error.params, missing: named.join(', ') } });
  };
}
