import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { Operands } from '../../run/contract/fact.ts';
import { stopAtIncident } from '../../run/incidents/incidents.ts';
import { endStep } from '../../run/steps/links.ts';
import { read } from '../../run/state/reading.ts';
import type { RunState } from '../../run/state/run-state.ts';
import { refOf, type Turn } from '../../run/state/turn.ts';

export type BranchDefinition = Extract<StepDefinition, { kind: 'branch' }>;

type Choice =
  { ok: true; port: string; operands: Operands } | { ok: false; code: string; operands: Operands };

/** Takes the first case that holds, else the default. */
export function beginBranch(turn: Turn, branch: BranchDefinition): void {
  const choice = choosePort(turn.state, branch);
  if (!choice.ok) return stopAtIncident(turn, branch.id, 'work', choice);
  const { port, operands } = choice;
  turn.facts.push({ type: 'BranchTaken', ...refOf(turn, branch.id), port, operands });
  endStep(turn, branch.id, port, true);
}

/** The port a branch would take, with everything that was read on the way to it. */
export function choosePort(state: RunState, branch: BranchDefinition): Choice {
  const operands: Operands = [];
  for (const { port, when } of branch.cases) {
    const reading = read(state, when);
    operands.push(...reading.operands);
    if (!reading.ok) return { ok: false, code: reading.code, operands };
    if (reading.value) return { ok: true, port, operands };
  }
  return { ok: true, port: branch.passPort, operands };
}
