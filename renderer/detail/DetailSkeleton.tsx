import { useTranslation } from 'react-i18next';
import { Skeleton } from '../ui/Skeleton.tsx';

/** Stands where an item will be. */
export function DetailSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('screens.detail.loading')} className="flex flex-col gap-4 p-6">
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="w-1/3" />
      <Skeleton className="mt-4 w-full" />
      <Skeleton className="w-11/12" />
      <Skeleton className="w-4/5" />
    </div>
  );
}
