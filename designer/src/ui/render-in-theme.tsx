import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { theme } from '../theme/theme.ts';

class StillObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** What jsdom lacks and the components ask for. */
function completeWindow(): void {
  globalThis.ResizeObserver ??= StillObserver;
  if (!('scrollIntoView' in Element.prototype)) {
    Object.assign(Element.prototype, { scrollIntoView: () => {} });
  }
  if (!('fonts' in document)) Object.assign(document, { fonts: new EventTarget() });
  globalThis.matchMedia ??= (media: string) =>
    Object.assign(new EventTarget(), {
      media,
      matches: false,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    });
}

/**
 * For component tests: renders with the theme and an empty query client, after removing what an
 * earlier test rendered; portals render in place.
 */
export function renderInTheme(node: ReactNode) {
  cleanup();
  completeWindow();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const view = render(
    <QueryClientProvider client={client}>
      <MantineProvider theme={theme} env="test">
        {node}
      </MantineProvider>
    </QueryClientProvider>,
  );
  return { ...view, client };
}
