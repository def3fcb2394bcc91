/**
 * The token of the link, once: it stands behind the `#`, which no browser sends to a server, and goes from the address
 * at once, so that neither the history nor a shared picture of the window has it.
 */
export function takeToken({ location, history }: Window): string | undefined {
  const token = location.hash.slice(1);
  if (token === '') return undefined;
  history.replaceState(history.state, '', location.pathname);
  return token;
}
