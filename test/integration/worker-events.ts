import { randomUUID } from 'node:crypto';
import type { Value } from '#core/condition/condition.ts';
import type { PersonEvent } from '#core/run/contract/run-contract.ts';

type Values = Record<string, Value | null>;

/** Completion of a task of the first visit. */
export function complete(
  step: string,
  options: {
    by?: string | null;
    stage?: string;
    values?: Values;
    outcome?: string;
    submission?: string;
  } = {},
): PersonEvent {
  return {
    id: randomUUID(),
    by: options.by ?? null,
    kind: 'complete',
    task: { stage: options.stage ?? 'prepare', step, visit: 1, round: 1 },
    outcome: options.outcome ?? 'done',
    submission: options.submission ?? null,
    values: options.values ?? {},
    isSet: {},
  };
}

export function move(
  stage: string,
  exit: string,
  { by = null, reasons }: { by?: string | null; reasons: string[] },
): PersonEvent {
  return { id: randomUUID(), by, kind: 'move', stage, visit: 1, exit, reasons };
}

export function setField(field: string, value: number, id: string = randomUUID()): PersonEvent {
  return {
    id,
    by: null,
    kind: 'setFields',
    submission: null,
    values: { [field]: value },
    isSet: {},
  };
}
