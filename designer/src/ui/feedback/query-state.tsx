import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { ListSkeleton } from './list-skeleton.tsx';

/** The part of a query's result that this reads; `useQuery(…)` fits. */
interface QueryLike<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

interface QueryStateProps<T> {
  query: QueryLike<T>;
  /** What failed, when it does: `The timeline did not load`. */
  failed: string;
  stillWorks?: string;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Data when there is some, even if the last refresh failed; else a skeleton or the error. */
export function QueryState<T>(props: QueryStateProps<T>) {
  const { query, failed, stillWorks, skeleton, children } = props;
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return skeleton ?? <ListSkeleton />;
  return (
    <ErrorState
      title={failed}
      {...(stillWorks === undefined ? {} : { stillWorks })}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}
