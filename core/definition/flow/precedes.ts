import type { StepGraph } from './stage-graph.ts';

/** Whether the first step surely has its turn before the second: a chain of links leads from it. */
export type Precedes = (first: string, second: string) => boolean;

/**
 * Answers for the `firsts` that will be asked about, in one pass over the links: each step carries the
 * set of those that lie before it as bits. What is on or behind a circle precedes nothing.
 */
export function precedes({ order, incoming }: StepGraph, firsts: Iterable<string>): Precedes {
  const bits = new Map([...new Set(firsts)].map((id, at) => [id, 1n << BigInt(at)]));
  if (bits.size === 0) return () => false;
  const before = new Map<string, bigint>();
  for (const { id } of order) {
    let set = 0n;
    for (const { from } of incoming.get(id) ?? []) {
      set |= (before.get(from) ?? 0n) | (bits.get(from) ?? 0n);
    }
    before.set(id, set);
  }
  return (first, second) => ((before.get(second) ?? 0n) & (bits.get(first) ?? 0n)) !== 0n;
}
