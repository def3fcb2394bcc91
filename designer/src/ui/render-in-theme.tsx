import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { enterSession, type Session } from '../lib/session.ts';
import { theme } from '../theme/theme.ts';

/**
 * For component tests: renders with the theme and an empty query client, instead of what the test
 * rendered before; portals render in place. Somebody is signed in where a session is given.
 */
export function renderInTheme(node: ReactNode, session?: Session) {
  cleanup();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  if (session !== undefined) enterSession(client, session);
  const view = render(
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} env="test">
        {node}
      </MantineProvider>
    </QueryClientProvider>,
  );
  return { ...view, client };
}
