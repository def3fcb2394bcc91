import type { Step, StepOf } from '#core/drawing/step.ts';
import type { StepRef } from '#core/run/contract/event.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { Turn } from '../batch/turn.ts';

/** What a task is: of an approval it is one approver's part, of an `each` one item. */
export function taskKind(turn: Turn, { stage, step, item }: StepRef): string {
  const drawn = drawnStep(turn.version.drawing, stage, step);
  if (drawn?.kind === 'approval') return 'approval';
  if (drawn?.kind === 'each') return 'item';
  return item === undefined ? 'task' : 'attempt';
}

/** The step of which a task is a part. */
export function wholeOf({ item: _part, ...whole }: StepRef): StepRef {
  return whole;
}

/** Titles of the tasks that are opened: the step's name, with the item where there are several. */
export async function taskTitles(
  turn: Turn,
  effects: { task: StepRef }[],
): Promise<(task: StepRef) => string> {
  const departments = await departmentNames(turn, effects);
  return ({ stage, step, item }) => {
    const drawn = drawnStep(turn.version.drawing, stage, step);
    const name = drawn?.name ?? step;
    if (item === undefined || drawn?.kind === 'approval') return name;
    if (drawn?.kind === 'each') return `${name}: ${itemName(turn, drawn, item, departments)}`;
    return `${name}, attempt ${item}`;
  };
}

async function departmentNames({ tx, ...turn }: Turn, effects: { task: StepRef }[]) {
  const drawn = effects.map(({ task }) => drawnStep(turn.version.drawing, task.stage, task.step));
  if (!drawn.some(isOverDepartments)) return new Map<string, string>();
  const rows = await tx.department.findMany({ select: { key: true, name: true } });
  return new Map(rows.map(({ key, name }) => [key, name]));
}

function isOverDepartments(step: Step | undefined): boolean {
  return step?.kind === 'each' && step.over.kind === 'departments';
}

function itemName(
  { version }: Turn,
  { over }: StepOf<'each'>,
  item: string,
  departments: Map<string, string>,
): string {
  if (over.kind === 'departments') return departments.get(item) ?? item;
  const field = version.drawing.fields.find(({ id }) => id === over.field);
  return field?.options?.find(({ value }) => value === item)?.label ?? item;
}
