import { useTranslation } from 'react-i18next';
import type { OperationName } from '../../contract/profile/schema.ts';
import { useSettings } from '../bridge/queries.ts';
import { entityOf, kindOf } from './subjects.ts';

/** Names operations in a sentence: “Tickets (list), Tasks (one item)”. */
export function useOperationWords(): (operations: readonly OperationName[]) => string {
  const { t } = useTranslation();
  const { language } = useSettings();
  return (operations) =>
    new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(operations.map((name) => t(`screens.profiles.group.operation.${kindOf(name) as 'list' | 'get'}`, { entity: t(`screens.entity.${entityOf(name) ?? 'ticket'}`) })));
}
