import type { Field } from '#core/drawing/field.ts';
import type { Assignee } from '#core/drawing/people.ts';
import { portsOf } from '#core/drawing/ports.ts';
import type { Step, StepOf } from '#core/drawing/step.ts';
import type { Timing } from '#core/drawing/timing.ts';
import { formatDuration } from '#core/time/duration.ts';
import { assigneeText } from '../../properties/inputs/assignee-text.ts';
import { recipientsText } from '../../properties/inputs/recipients-field.tsx';
import type { NamedDirectory } from '../../state/editor-context.tsx';

type NameOf = (id: string) => string;

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

function whoOf(assignee: Assignee, directory: NamedDirectory): NonNullable<StepWords['who']> {
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

function waitText(step: StepOf<'wait'>, nameOf: NameOf): string {
  if (step.for.kind === 'time') return timingText(step.for.duration, nameOf);
  const { event, timeout } = step.for;
  return timeout ? `${event}, at most ${formatDuration(timeout)}` : event;
}

/** `2 bd`, or `3 bd before Install date` where it counts to a date of the deal. */
export function timingText(timing: Timing, nameOf: NameOf): string {
  if (timing.from !== 'field' || timing.field === undefined) return formatDuration(timing);
  const date = nameOf(timing.field);
  if (timing.n === 0) return `on ${date}`;
  const side = timing.n < 0 ? 'before' : 'after';
  return `${formatDuration({ n: Math.abs(timing.n), unit: timing.unit })} ${side} ${date}`;
}

function dueOf({ due }: { due?: Timing | undefined }, nameOf: NameOf): { due?: string } {
  return due === undefined ? {} : { due: timingText(due, nameOf) };
}

/** One approver by name; of several, how many it takes. */
function approversOf(
  { approvers, need }: StepOf<'approval'>,
  directory: NamedDirectory,
): NonNullable<StepWords['who']> {
  const [first, ...others] = approvers;
  const people = approvers.reduce((sum, one) => sum + (one.count ?? 1), 0);
  if (first && others.length === 0 && people === 1) return whoOf(first.to, directory);
  if (need === undefined || need === 'all') return { name: `all ${people} approve` };
  return { name: `${need} of ${people} ${need === 1 ? 'approves' : 'approve'}` };
}

/** The list and who does each item; departments do their own. */
function eachOf(
  { over, assign }: StepOf<'each'>,
  directory: NamedDirectory,
  nameOf: NameOf,
): Pick<StepWords, 'text' | 'who'> {
  if (over.kind === 'list') return { text: nameOf(over.field), who: whoOf(assign, directory) };
  const { length } = over.departments;
  return { text: `${length} ${length === 1 ? 'department' : 'departments'}` };
}

function updateText({ set, dates = [] }: StepOf<'update'>, nameOf: NameOf): string {
  const days = dates.map((one) => `${nameOf(one.field)} in ${formatDuration(one.in)}`);
  return [...set.map((one) => nameOf(one.field)), ...days].join(', ');
}

function scoreText({ rules, field }: StepOf<'score'>, nameOf: NameOf): string {
  return `${rules.length} ${rules.length === 1 ? 'rule' : 'rules'} into ${nameOf(field)}`;
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? 'no address yet';
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
export function stepWords(step: Step, directory: NamedDirectory, nameOf: NameOf): StepWords {
  const ports = portsOf(step);
  const labels = ports.length > 1 || step.kind === 'branch' ? ports.map((port) => port.label) : [];
  switch (step.kind) {
    case 'task':
      return { who: whoOf(step.assign, directory), ...dueOf(step, nameOf), ports: labels };
    case 'approval':
      return { who: approversOf(step, directory), ...dueOf(step, nameOf), ports: [] };
    case 'each':
      return { ...eachOf(step, directory, nameOf), ...dueOf(step, nameOf), ports: [] };
    case 'email':
      return { text: plainSubject(step.subject, nameOf), ports: [] };
    case 'wait':
      return { text: waitText(step, nameOf), ports: labels };
    case 'branch':
      return { ports: labels };
    case 'update':
      return { text: updateText(step, nameOf), ports: [] };
    case 'assign':
      return { text: 'to', who: whoOf(step.to, directory), ports: [] };
    case 'notify':
      return { text: `tell ${recipientsText(step.to, directory)}`, ports: [] };
    case 'webhook':
      return { text: hostOf(step.url), ports: labels };
    case 'score':
      return { text: scoreText(step, nameOf), ports: [] };
    case 'process':
      return { text: `${step.wait ? 'waits for' : 'starts'} ${step.process}`, ports: labels };
    case 'leave':
      return { text: `to ${nameOf(step.to)}`, ports: [] };
  }
}
