import { Skeleton } from '../ui/Skeleton.tsx';

const WIDTHS = ['w-3/5', 'w-4/5', 'w-1/2', 'w-2/3', 'w-3/4'] as const;

/** Stands where a row will be. */
export function RowSkeleton({ index }: { index: number }) {
  return (
    <div className="flex h-full flex-col justify-center gap-2 pr-3 pl-5">
      <Skeleton className={WIDTHS[index % WIDTHS.length] ?? 'w-1/2'} />
      <Skeleton className="h-2.5 w-1/3" />
    </div>
  );
}
