/** 'p50 41 ms, p95 58 ms, p99 90 ms (n = 200)' of durations in milliseconds. */
export function quantiles(durations: readonly number[]): string {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
  const parts = [0.5, 0.95, 0.99].map((q) => `p${Math.round(q * 100)} ${Math.round(at(q))} ms`);
  return `${parts.join(', ')} (n = ${sorted.length})`;
}
