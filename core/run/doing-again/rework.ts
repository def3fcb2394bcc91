import type { LinkDefinition } from '../../definition/definition.ts';
import { openIncident } from '../incidents/incidents.ts';
import { verdictOn } from '../steps/joins.ts';
import { own } from '../state/own.ts';
import { read } from '../state/reading.ts';
import { setBack } from './reset.ts';
import type { StageIndex } from '../state/stage-index.ts';
import { enqueue, refOf, setStep, stepOf, type Turn } from '../state/turn.ts';

/**
 * A step has ended by a port of its own: the first of its rework links that is for this port and
 * whose condition holds starts another round (E13). True when the step's other links must wait: for
 * that round, for a condition that errs, or for a person because the link was used up.
 */
export function fireRework(turn: Turn, id: string): boolean {
  const { port } = stepOf(turn, id);
  for (const link of turn.frame.index?.reworks.get(id) ?? []) {
    if (link.ports.length > 0 && !link.ports.includes(port ?? '')) continue;
    const reading = read(turn.state, link.when);
    const { operands } = reading;
    if (!reading.ok) {
      setStep(turn, id, { status: 'incident' });
      openIncident(turn, { step: id, element: link.id, code: reading.code }, operands);
      return true;
    }
    if (reading.value) return sendBack(turn, link);
    turn.facts.push({ type: 'LinkCut', ...refOf(turn, id), link: link.id, operands });
  }
  return false;
}

function sendBack(turn: Turn, link: LinkDefinition): true {
  const { from, id } = link;
  if (usesOf(turn, link) < (link.rework ?? 0)) startRework(turn, link);
  else {
    setStep(turn, from, { status: 'incident' });
    openIncident(turn, { step: from, code: 'rework-cap', rework: id }, []);
  }
  return true;
}

/** Another round of the target, the sender and all behind them, whatever the limit says. */
export function startRework(turn: Turn, link: LinkDefinition): void {
  const { id, from, to, rework: max = 0 } = link;
  const count = usesOf(turn, link) + 1;
  turn.state.reworks = { ...turn.state.reworks, [id]: count };
  turn.facts.push({ type: 'ReworkStarted', ...refOf(turn, from), to, link: id, count, max });
  const steps = turn.frame.index?.resets.get(id) ?? [];
  setBack(turn, steps, [from, to]);
  for (const step of steps) {
    const verdict = verdictOn(turn, step);
    if (verdict !== 'waits') enqueue(turn, step, step === to ? 'when' : 'turn');
  }
}

/** A rework link of a stage or rail by its id. */
export function reworkLink(index: StageIndex | undefined, id: string): LinkDefinition | undefined {
  return [...(index?.reworks.values() ?? [])].flat().find((link) => link.id === id);
}

function usesOf(turn: Turn, { id }: LinkDefinition): number {
  return own(turn.state.reworks ?? {}, id) ?? 0;
}
