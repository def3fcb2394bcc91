import { ApplicationFailure, setHandler } from '@temporalio/workflow';
import { refuseEarly } from '#core/run/commands/refuse.ts';
import type { Reply } from '#core/run/contract/reply.ts';
import {
  continuingFailure,
  refusedFailure,
  type PersonEvent,
} from '#core/run/contract/run-contract.ts';
import { step } from '#core/run/step.ts';
import * as messages from './messages.ts';
import { position, type Run } from './run.ts';

/**
 * Registers the handlers, at once and for the whole run. They queue; only the loop folds. An act is
 * answered when the loop has committed it.
 */
export function registerHandlers(run: Run): void {
  setHandler(
    messages.act,
    async (event) => {
      if (run.inbox.has(event.id)) return position(run);
      const reply = await run.inbox.ask(event);
      if (!reply.ok) throw refusal(reply);
      return position(run);
    },
    { validator: (event) => screen(run, event) },
  );
  setHandler(messages.event, (event) => run.inbox.put(event));
  setHandler(messages.state, () => ({
    seq: run.seq,
    state: run.state,
    queued: run.inbox.size,
  }));
}

/**
 * Refuses what cannot succeed before it costs history. An act that the reducer fails on is refused
 * here too, so that it never gets into the loop; the loop decides about everything else.
 */
function screen(run: Run, event: PersonEvent): void {
  if (run.inbox.has(event.id)) return;
  if (run.continuing) throw ApplicationFailure.create({ type: continuingFailure });
  const refused = refuseEarly(run.input.definition, run.state, event);
  if (refused) throw refusal(refused);
  step(run.input.definition, run.state, event, Date.now());
}

function refusal(reply: Exclude<Reply, { ok: true }>): ApplicationFailure {
  return ApplicationFailure.nonRetryable(reply.message, refusedFailure, reply);
}
