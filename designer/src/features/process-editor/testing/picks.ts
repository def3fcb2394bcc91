import type { Drawing } from '#core/drawing/drawing.ts';
import type { Command, Refusal } from '../commands/command.ts';

/** Makes a command on whatever drawing it meets; the picks choose where. */
export type Make = (drawing: Drawing, picks: Picks) => Command | Refusal;
export type Picks = { a: number; b: number; c: number };

/** The nth of a list, round and round; undefined when it is empty. */
export function nth<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}

export const nothing: Refusal = { refused: 'Nothing to do' };
