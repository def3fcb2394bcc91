import type { EventOf } from '../../run/contract/event.ts';
import { endInVain } from '../../run/steps/in-vain.ts';
import { endStep } from '../../run/steps/links.ts';
import { placeOf } from '../../run/state/occurrence.ts';
import {
  definitionOf,
  refOf,
  setStep,
  stepEffectKey,
  stepOf,
  type Turn,
} from '../../run/state/turn.ts';

/** Calls another system; the step ends when it is known whether the call got through. */
export function beginWebhook(turn: Turn, id: string): void {
  setStep(turn, id, { status: 'running', startedAt: turn.now });
  turn.effects.push({
    key: stepEffectKey(turn, 'webhook', id),
    kind: 'sendWebhook',
    webhook: refOf(turn, id),
  });
  turn.facts.push({ type: 'WebhookRequested', ...refOf(turn, id) });
}

/** What became of a call; about a step that has been left it says nothing new (E27). */
export function settleWebhook(turn: Turn, event: EventOf<'webhookResult'>): void {
  const { webhook, result, why } = event;
  if (placeOf(turn.definition, turn.state, webhook) !== 'now') return;
  if (definitionOf(turn, webhook.step)?.kind !== 'webhook') return;
  if (stepOf(turn, webhook.step).status !== 'running') return;
  turn.facts.push({
    type: 'WebhookSettled',
    ...refOf(turn, webhook.step),
    result,
    ...(why === undefined ? {} : { why }),
  });
  if (result === 'delivered') endStep(turn, webhook.step, result, true);
  else endInVain(turn, webhook.step, result, `webhook:${why ?? 'unknown'}`);
}
