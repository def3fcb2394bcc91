let handler: (() => void) | undefined;

/** What happens when the api no longer knows the session: the app goes to the sign-in page. */
export function onSessionLost(run: () => void): void {
  handler = run;
}

export function sessionLost(): void {
  handler?.();
}
