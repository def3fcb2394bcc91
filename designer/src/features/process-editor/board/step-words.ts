import type { Assignee } from '#core/drawing/people.ts';
import { portsOf } from '#core/drawing/ports.ts';
import type { Step } from '#core/drawing/step.ts';
import { formatDuration } from '#core/time/duration.ts';
import { recipientsText } from '../properties/inputs/recipients-field.tsx';
import type { NamedDirectory } from '../state/editor-context.tsx';

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

function whoOf(assignee: Assignee, directory: NamedDirectory): NonNullable<StepWords['who']> {
  switch (assignee.kind) {
    case 'owner':
      return { department: 'owner', name: 'Owner' };
    case 'department': {
      const { department } = assignee;
      const name = directory.departments.find((one) => one.key === department)?.name;
      return { department, name: name ?? department };
    }
    case 'person': {
      const name = directory.people.find((one) => one.id === assignee.person)?.name;
      return { name: name ?? 'Person not found' };
    }
  }
}

function waitText(step: Extract<Step, { kind: 'wait' }>): string {
  if (step.for.kind === 'time') return formatDuration(step.for.duration);
  const { event, timeout } = step.for;
  return timeout ? `${event}, at most ${formatDuration(timeout)}` : event;
}

/** A subject with the names of its values: `Your offer for [Place]`. */
function plainSubject(subject: string, nameOf: (id: string) => string): string {
  return subject.replace(
    /\{\{-?\s*(?:deal\.)?([\w.]+)[^}]*\}\}/g,
    (_whole, path: string) => `[${nameOf(path)}]`,
  );
}

/**
 * The words of a step's card. `nameOf` gives the name of a field, a step or a target by its id.
 */
export function stepWords(
  step: Step,
  directory: NamedDirectory,
  nameOf: (id: string) => string,
): StepWords {
  const ports = portsOf(step);
  const labels = ports.length > 1 || step.kind === 'branch' ? ports.map((port) => port.label) : [];
  switch (step.kind) {
    case 'task': {
      const due = step.due === undefined ? {} : { due: formatDuration(step.due) };
      return { who: whoOf(step.assign, directory), ...due, ports: labels };
    }
    case 'email':
      return { text: plainSubject(step.subject, nameOf), ports: [] };
    case 'wait':
      return { text: waitText(step), ports: labels };
    case 'branch':
      return { ports: labels };
    case 'update':
      return { text: step.set.map((one) => nameOf(one.field)).join(', '), ports: [] };
    case 'assign':
      return { text: 'to', who: whoOf(step.to, directory), ports: [] };
    case 'notify':
      return { text: `tell ${recipientsText(step.to, directory)}`, ports: [] };
    case 'leave':
      return { text: `to ${nameOf(step.to)}`, ports: [] };
  }
}
