import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onSessionLost } from '../lib/session-lost.ts';
import { Providers } from './providers.tsx';
import { createQueryClient } from './query-client.ts';
import { createAppRouter } from './router.tsx';

const client = createQueryClient();
const router = createAppRouter(client);

/** Leads to the sign-in page, and from there back to where the person was. */
async function askToSignIn(): Promise<void> {
  const { href, pathname } = router.latestLocation;
  if (pathname === '/sign-in') return;
  await router.navigate({ to: '/sign-in', search: { next: href } });
  client.clear();
}

export function App() {
  useEffect(() => onSessionLost(() => void askToSignIn()), []);
  return (
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>
  );
}
