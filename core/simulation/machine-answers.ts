import type { Effect } from '../run/contract/effect.ts';
import type { RunEvent, StepRef } from '../run/contract/event.ts';
import { own } from '../run/state/own.ts';
import type { Scenario } from './scenario.ts';

type Machines = {
  [K in Effect['kind']]?: (
    effect: Extract<Effect, { kind: K }>,
    scenario: Scenario,
  ) => RunEvent | undefined;
};

/** What machines report at once about an effect, unless the scenario says otherwise. */
const machines: Machines = {
  sendMail: ({ key, mail }, scenario) => {
    const result = settingOf(scenario.mail, mail) ?? 'sent';
    if (result === 'unreported') return undefined;
    return { id: `mail:${key}`, kind: 'mailResult', mail, result };
  },
  sendWebhook: ({ key, webhook }, scenario) => {
    const result = settingOf(scenario.webhooks, webhook) ?? 'delivered';
    if (result === 'unreported') return undefined;
    return { id: `webhook:${key}`, kind: 'webhookResult', webhook, result };
  },
  startProcess: ({ key, step }) => ({
    id: `process:${key}`,
    kind: 'processStarted',
    step,
    deal: 'other',
  }),
};

/** The event by which a machine answers an effect; undefined when none does. */
export function machineAnswer(effect: Effect, scenario: Scenario): RunEvent | undefined {
  const report = machines[effect.kind] as
    ((effect: Effect, scenario: Scenario) => RunEvent | undefined) | undefined;
  return report?.(effect, scenario);
}

/** A setting of a step: that of `stage.step` before that of `step`. */
function settingOf<T>(settings: Record<string, T>, { stage, step }: StepRef): T | undefined {
  return own(settings, `${stage}.${step}`) ?? own(settings, step);
}
