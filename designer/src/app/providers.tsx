import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { styleNonce } from '../lib/style-nonce.ts';
import { cssVariablesResolver } from '../theme/css-variables.ts';
import { theme } from '../theme/theme.ts';
import { LiveRegion } from '../ui/feedback/live-region.tsx';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'stagewright-color-scheme' });

/** What every page stands on: theme, data, toasts, and the region that speaks to screen readers. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
        getStyleNonce={() => styleNonce() ?? ''}
      >
        {children}
        <Notifications position="bottom-right" limit={4} containerWidth={360} />
        <LiveRegion />
      </MantineProvider>
    </QueryClientProvider>
  );
}
