import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { isProblem } from '../lib/problem.ts';
import { ErrorState } from '../ui/feedback/error-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';

function words(error: unknown): { title: string; stillWorks: string } {
  if (isProblem(error, 'unreachable')) {
    return { title: 'The page did not load', stillWorks: 'Nothing that was saved is lost.' };
  }
  return {
    title: 'This page stopped',
    stillWorks: 'The other pages work. What was saved is kept; what you typed here may be lost.',
  };
}

/** The last net under a page: what failed, what still works, and a way on. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <>
      <PageHeader title="Something failed" />
      <ErrorState {...words(error)} error={error} onRetry={retry} />
    </>
  );
}
