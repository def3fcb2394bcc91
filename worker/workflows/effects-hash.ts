import type { Effect } from '#core/run/contract/effect.ts';

/**
 * Fingerprint of a batch's effects, 16 hex digits, the same for any order of keys. Replay sees which
 * activities were called but not with what: this shows a changed effect.
 */
export function effectsHash(effects: readonly Effect[]): string {
  const text = canonical(effects);
  return fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x050c5d1f);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`;
}

function fnv1a(text: string, basis: number): string {
  let hash = basis;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
