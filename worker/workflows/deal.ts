import { allHandlersFinished, condition, continueAsNew, sleep } from '@temporalio/workflow';
import { engine } from '#core/definition/definition.ts';
import { hasEnded } from '#core/run/ways-out/follow-ups.ts';
import type { DealInput } from '#core/run/contract/run-contract.ts';
import { registerHandlers } from './handlers.ts';
import { halt, stayHalted } from './halt.ts';
import { carry, isLong, openRun, type Run } from './run.ts';
import { takeTurn } from './turn.ts';

/**
 * One deal, from its start to won or lost, and until what follows has been started. Handlers queue; this
 * loop folds what waits, writes each turn in one transaction, and continues as new when its history
 * grows long.
 */
export async function deal(input: DealInput): Promise<void> {
  if (input.halt) return stayHalted(input, input.halt);
  const run = openRun(input);
  registerHandlers(run);
  const known: number = engine;
  if (input.definition.engine !== known) return halt(run, 'engine-unknown');
  run.alarm.arm(input.carried?.wakeAt);
  for (;;) {
    await untilWork(run);
    const code = await takeTurn(run);
    if (code) return halt(run, code);
    if (hasEnded(run.state) && run.inbox.size === 0) {
      await condition(allHandlersFinished);
      if (run.inbox.size === 0) return;
    }
  }
}

/**
 * Waits for a message or the alarm. A run continues as new only in a workflow task that has done
 * nothing yet: one that wrote a batch may have to be repeated, and must then find itself unchanged.
 * So a long run rests for a moment first, and takes no acts meanwhile; or something wakes it for
 * which nobody waits.
 */
async function untilWork(run: Run): Promise<void> {
  const ready = () => run.inbox.size > 0 || run.alarm.fired;
  if (ready()) return;
  run.continuing = isLong(run);
  await (run.continuing ? sleep(1) : condition(ready));
  if (!isLong(run) || run.inbox.awaited) return;
  await condition(allHandlersFinished);
  await continueAsNew<typeof deal>({ ...run.input, carried: carry(run) });
}
