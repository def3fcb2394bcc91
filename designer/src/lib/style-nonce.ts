/**
 * The nonce that the api writes into index.html for each response, or undefined where no policy
 * is sent (development server, tests).
 */
export function styleNonce(): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  const nonce = meta?.nonce;
  return nonce === undefined || nonce === '' || nonce === '__CSP_NONCE__' ? undefined : nonce;
}

/** The scroll lock of dialogs reads the nonce for its style tag from this global name. */
export function shareStyleNonce(): void {
  const nonce = styleNonce();
  if (nonce !== undefined) Object.assign(globalThis, { __webpack_nonce__: nonce });
}
