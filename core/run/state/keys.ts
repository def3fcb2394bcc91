import type { StepRef } from '../contract/event.ts';

/** Key of a task: `task:<stage>:<step>:<visit>:<round>`, with `:<item>` for an item's; its clock's id too. */
export function taskKey(ref: StepRef): string {
  return effectKey('task', ref);
}

/** Id of a stage's clock. */
export function stageClockId(stage: string, visit: number): string {
  return `stage:${stage}:${visit}`;
}

/** Key of what one occurrence of a step asks for, at most once per name (E24). */
export function effectKey(name: string, ref: StepRef): string {
  const key = `${name}:${ref.stage}:${ref.step}:${ref.visit}:${ref.round}`;
  return ref.item === undefined ? key : `${key}:${ref.item}`;
}
