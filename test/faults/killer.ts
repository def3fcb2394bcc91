import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../integration/worker-random.ts';
import type { ProductProcess, Stack } from '../support/stack.ts';

type Victim = 'api' | 'worker 1' | 'worker 2';

/** One kill: after so many more acknowledged commands, and a moment. */
export interface Kill {
  readonly victim: Victim;
  readonly afterCommands: number;
  readonly afterMs: number;
}

const victims: readonly Victim[] = [
  ...Array<Victim>(3).fill('api'),
  ...Array<Victim>(3).fill('worker 1'),
  ...Array<Victim>(3).fill('worker 2'),
];

/** Six kills of workers and three of the api, in an order and at moments that the seed decides. */
export function planKills(random: Random): Kill[] {
  return random.shuffle([...victims]).map((victim) => ({
    victim,
    afterCommands: 1 + random.below(9),
    afterMs: random.below(3000),
  }));
}

function processOf(stack: Stack, victim: Victim): ProductProcess {
  if (victim === 'api') return stack.api;
  const worker = stack.workers[victim === 'worker 1' ? 0 : 1];
  if (!worker) throw new Error(`There is no ${victim}.`);
  return worker;
}

/** Kills one process once the clients have come that far, and starts it again. */
export async function carryOut(
  stack: Stack,
  { victim, afterCommands, afterMs }: Kill,
  acknowledged: () => number,
): Promise<void> {
  const until = acknowledged() + afterCommands;
  const patience = Date.now() + 60_000;
  while (acknowledged() < until) {
    if (Date.now() > patience) throw new Error(`No progress for 60 s before killing ${victim}.`);
    await pause(20);
  }
  await pause(afterMs);
  const target = processOf(stack, victim);
  await target.kill();
  await target.restart();
}
