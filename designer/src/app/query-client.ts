import { QueryClient } from '@tanstack/react-query';
import { isProblem } from '../lib/problem.ts';

/** A refusal is final; a server that failed or cannot be reached is asked twice more. */
function shouldRetry(failures: number, error: Error): boolean {
  if (isProblem(error) && error.problem.status > 0 && error.problem.status < 500) return false;
  return failures < 2;
}

/** Live events say what is stale, so nothing is fetched again for its age alone within a minute. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 60_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}
