import { useTranslation } from 'react-i18next';
import type { Place } from './places.ts';

/** The heading of a place of the set-up and the sentence below it; null where the step has its own. */
export function useStepWords(place: Place, signedIn: boolean): { readonly title: string; readonly lead: string | null } {
  const { t } = useTranslation();
  switch (place) {
    case 'language':
      return { title: t('screens.setUp.language.title'), lead: t('screens.firstRun.lead') };
    case 'connect':
      return { title: t('screens.firstRun.title'), lead: t('screens.setUp.connect.lead') };
    case 'identity':
      return { title: t('screens.setUp.identity.title'), lead: null };
    case 'done':
      return signedIn
        ? { title: t('screens.setUp.done.title'), lead: t('screens.setUp.done.lead') }
        : { title: t('screens.setUp.done.titleSignedOut'), lead: t('screens.setUp.done.leadSignedOut') };
    case 'notifications':
    case 'tray':
    case 'hotkey':
    case 'login':
      return { title: t(`screens.setUp.${place}.title`), lead: t(`screens.setUp.${place}.lead`) };
  }
}
