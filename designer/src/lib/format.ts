const SPACE = '\u00a0';

/** `84 KB`, `2.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes}${SPACE}B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}${SPACE}KB`;
  return `${(bytes / 1_000_000).toFixed(1)}${SPACE}MB`;
}
