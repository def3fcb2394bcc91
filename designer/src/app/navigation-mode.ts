/** Wide: 208 px with names; narrow: 52 px with icons; hidden: drawing fills the window. */
export type NavigationMode = 'wide' | 'narrow' | 'hidden';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What the page asks of the navigation; wide when it says nothing. */
    navigation?: NavigationMode;
  }
}

/** The page's wish, narrowed on a small window; a person's own choice counts on wide pages. */
export function navigationMode(
  wish: NavigationMode,
  choice: 'wide' | 'narrow' | undefined,
  roomy: boolean,
): NavigationMode {
  if (wish !== 'wide') return wish;
  return choice ?? (roomy ? 'wide' : 'narrow');
}
