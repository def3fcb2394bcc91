import fc from 'fast-check';
import type { ProcessDefinition } from '../../definition/definition.ts';
import type { StepRef } from '../../run/contract/event.ts';
import { Deal } from './drive.ts';
import { thaw } from './random-clock-acts.ts';
import { perform, randomAct, randomStart, startWith, type Act } from './random-acts.ts';
import { quickProcess } from './quick-process.ts';
import { goodValues, randomProcess } from './random-process.ts';
import type { Features } from './random-steps.ts';

/** A random process and what happens to one deal of it. */
export interface Scenario {
  definition: ProcessDefinition;
  begin: typeof randomStart extends fc.Arbitrary<infer T> ? T : never;
  acts: Act[];
}

export const everything: Features = { ordered: true, cuts: true, instant: true };

export function randomScenario(features: Features = everything): fc.Arbitrary<Scenario> {
  return fc.record({
    definition: fc.oneof(
      { weight: 3, arbitrary: randomProcess(features) },
      { weight: 1, arbitrary: quickProcess(features) },
    ),
    begin: randomStart,
    acts: fc.array(randomAct, { maxLength: 40, size: 'max' }),
  });
}

/** Starts the deal of a scenario. */
export function open({ definition, begin }: Scenario): Deal {
  return startWith(new Deal(definition), begin);
}

/** Plays a scenario to its end. */
export function play(scenario: Scenario, after: (deal: Deal) => void = () => undefined): Deal {
  const deal = open(scenario);
  after(deal);
  for (const act of scenario.acts) {
    perform(deal, act);
    after(deal);
  }
  return deal;
}

/** A second deal that stands where this one does, by way of JSON, as after continue-as-new. */
export function fork(deal: Deal): Deal {
  const twin = new Deal(deal.definition, deal.world);
  twin.state = JSON.parse(JSON.stringify(deal.state));
  twin.now = deal.now;
  twin.wakeAt = deal.wakeAt;
  return twin;
}

/** What people can do to bring a deal to its end: data, incidents, work, and the manual exit. */
export function workOff(deal: Deal): void {
  for (let round = 0; round < 60 && deal.state.status === 'open'; round += 1) {
    thaw(deal);
    deal.send({ kind: 'setOwner', owner: 'olga' });
    deal.set(goodValues);
    for (const { id } of deal.state.incidents) {
      deal.send({ kind: 'resolveIncident', incident: id, choice: 'skip', reason: 'why' });
    }
    for (const id of Object.keys(deal.state.steps)) settleStep(deal, id);
    for (const [frame, { steps }] of Object.entries(deal.state.sides ?? {})) {
      for (const id of Object.keys(steps)) settleBeside(deal, deal.refIn(frame, id));
    }
    deal.set(goodValues);
    deal.move('out', { reasons: ['quality'] });
  }
}

/** What runs beside the stage, on a rail or carried: it may hold a lock. */
function settleBeside(deal: Deal, ref: StepRef): void {
  waiveWork(deal, ref);
  const frame = [...deal.definition.stages, ...(deal.definition.rails ?? [])];
  const step = frame.find(({ id }) => id === ref.stage)?.steps.find(({ id }) => id === ref.step);
  if (deal.state.status !== 'open' || !step) return;
  if (step.kind === 'email') deal.send({ kind: 'mailResult', mail: ref, result: 'sent' });
  if (step.kind === 'task') deal.send({ kind: 'notNeeded', task: ref });
  const port = step.ports[0] ?? '';
  deal.send({ kind: 'endWait', wait: ref, port, reason: 'why' });
}

/** A waiver is not voided by what changes afterwards. */
function waiveWork(deal: Deal, task: StepRef): void {
  if (deal.state.status === 'open') deal.send({ kind: 'waive', task, reason: 'why' });
}

function settleStep(deal: Deal, id: string): void {
  const step = deal.definition.stages
    .find((stage) => stage.id === deal.state.stage)
    ?.steps.find((each) => each.id === id);
  if (!step || deal.state.status !== 'open') return;
  const status = deal.status(id);
  if (step.kind === 'approval' || step.kind === 'each') waiveWork(deal, deal.ref(id));
  if (step.kind === 'process' || step.kind === 'webhook') {
    const wait = deal.ref(id);
    if (status === 'running')
      deal.send({ kind: 'endWait', wait, port: step.ports[0]!, reason: 'why' });
    return;
  }
  if (status === 'open') deal.complete(id, step.ports[0]);
  if (status === 'offered') deal.send({ kind: 'notNeeded', task: deal.ref(id) });
  if (status === 'running') deal.send({ kind: 'mailResult', mail: deal.ref(id), result: 'sent' });
  if (status === 'waiting' && (step.kind === 'wait' || step.kind === 'task')) {
    const port = step.ports[0]!;
    deal.send({ kind: 'endWait', wait: deal.ref(id), port, reason: 'why' });
  }
}
