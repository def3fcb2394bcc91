import type { StepOf } from '#core/drawing/step.ts';

/** What a receiver may be told of a deal. */
export interface ToldDeal {
  number: string;
  processKey: string;
  stage: string | null;
  state: string;
  currency: string;
  fields: unknown;
}

/** The JSON that is posted: money in minor units of `currency`, as in the api (docs/webhooks.md). */
export function webhookBody(
  step: Pick<StepOf<'webhook'>, 'id' | 'name' | 'sends'>,
  { number, processKey: process, stage, state, currency, fields: all }: ToldDeal,
): string {
  const values = all as Record<string, unknown>;
  const fields = Object.fromEntries(step.sends.map((id) => [id, values[id] ?? null]));
  const { id, name } = step;
  return JSON.stringify({ deal: number, process, stage, state, currency, step: id, name, fields });
}
