/** Where to go after signing in: a path of this app, never another site's address. */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/') || /^\/[/\\]/.test(next)) return '/';
  return next.startsWith('/sign-in') ? '/' : next;
}
