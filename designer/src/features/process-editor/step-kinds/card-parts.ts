import type { Field } from '#core/drawing/field.ts';
import type { Assignee } from '#core/drawing/people.ts';
import { portsOf } from '#core/drawing/ports.ts';
import type { Step } from '#core/drawing/step.ts';
import type { Timing } from '#core/drawing/timing.ts';
import { formatDuration } from '#core/time/duration.ts';
import { assigneeText } from '../properties/inputs/assignee-text.ts';
import type { NamedDirectory } from '../state/editor-context.tsx';

/** A name by an id. */
export type NameOf = (id: string) => string;

/** What a card says below the name. */
export interface StepWords {
  /** Who: a department's chip, or a quiet chip with a word. */
  who?: { department?: string; name: string };
  /** One short line: what the step does. */
  text?: string;
  /** By when: `2 bd`. */
  due?: string;
  /** Labels of the ports, where there is a choice. */
  ports: string[];
}

/** What a field is called; the id of one that is gone. */
export function fieldLabel(fields: readonly Field[], id: string): string {
  return fields.find((field) => field.id === id)?.label ?? id;
}

/** Who does it. */
export function whoOf(
  assignee: Assignee,
  directory: NamedDirectory,
): NonNullable<StepWords['who']> {
  const name = assigneeText(assignee, directory);
  switch (assignee.kind) {
    case 'owner':
      return { department: 'owner', name };
    case 'department':
      return { department: assignee.department, name };
    case 'person':
    case 'role':
      return { name };
  }
}

/** `2 bd`, or `3 bd before Install date` where it counts to a date of the deal. */
export function timingText(timing: Timing, nameOf: NameOf): string {
  if (timing.from !== 'field' || timing.field === undefined) return formatDuration(timing);
  const date = nameOf(timing.field);
  if (timing.n === 0) return `on ${date}`;
  const side = timing.n < 0 ? 'before' : 'after';
  return `${formatDuration({ n: Math.abs(timing.n), unit: timing.unit })} ${side} ${date}`;
}

/** By when, where the step has a due time. */
export function dueOf({ due }: { due?: Timing | undefined }, nameOf: NameOf): { due?: string } {
  return due === undefined ? {} : { due: timingText(due, nameOf) };
}

/** Labels of the ports by which it can end, where there is a choice. */
export function choiceOf(step: Step): string[] {
  const ports = portsOf(step);
  return ports.length > 1 ? ports.map(({ label }) => label) : [];
}
