import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { isUnchanged } from '../fields/inputs.ts';
import { own } from '../state/own.ts';
import type { DoneStep, RunState } from '../state/run-state.ts';
import { definitionOf, stepOf, type Turn } from '../state/turn.ts';

/** Remembers those of these steps of the frame whose work is done (E12, E13). */
export function remember(turn: Turn, steps: Iterable<string>): void {
  const entries: [string, DoneStep][] = [];
  for (const id of steps) {
    const work = workOf(turn, id);
    if (work) entries.push([id, work]);
  }
  if (entries.length === 0) return;
  const { done = {} } = turn.state;
  const frame = turn.frame.id;
  turn.state.done = { ...done, [frame]: { ...own(done, frame), ...Object.fromEntries(entries) } };
}

function workOf(turn: Turn, id: string): DoneStep | undefined {
  const { status, done, port, inputs = {}, by } = stepOf(turn, id);
  if (status !== 'ended' || !done || port === undefined) return askedFor(turn, id);
  return { port, inputs, ...(by === undefined ? {} : { by }) };
}

/** What never goes twice counts as done from the moment it is asked for: it cannot be called back. */
export function rememberAsked(turn: Turn, id: string): void {
  if (askedFor(turn, id)) remember(turn, [id]);
}

function askedFor(turn: Turn, id: string): DoneStep | undefined {
  const step = definitionOf(turn, id);
  if (step?.redo !== 'never' || (step.kind !== 'email' && step.kind !== 'webhook'))
    return undefined;
  const { status, inputs = {} } = stepOf(turn, id);
  return status === 'running' ? { port: step.passPort, inputs } : undefined;
}

/** These steps of a stage or rail are to be done again, whatever was done. */
export function forget(state: RunState, frame: string, steps: Iterable<string>): void {
  const known = own(state.done ?? {}, frame);
  if (!known) return;
  const left = { ...known };
  for (const id of steps) delete left[id];
  state.done = { ...state.done, [frame]: left };
}

/**
 * The work that stands for a step whose turn has come again: done before, and its redo rule keeps
 * it (E12, E13). A rail that runs again does its steps again.
 */
export function keptWork(turn: Turn, step: StepDefinition): DoneStep | undefined {
  const { definition, state, frame } = turn;
  const done = own(own(state.done ?? {}, frame.id) ?? {}, step.id);
  if (!done || step.redo === 'always' || !step.ports.includes(done.port)) return undefined;
  if (isRail(turn) && stepOf(turn, step.id).round === 1) return undefined;
  if (step.redo === 'never') return done;
  return isUnchanged(definition, state, step, done) ? done : undefined;
}

/** Whether the frame at hand is that of a rail. */
export function isRail({ definition, frame }: Turn): boolean {
  return (definition.rails ?? []).some(({ id }) => id === frame.id);
}
