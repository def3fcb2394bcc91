import type { Fact, FactType } from '#core/run/contract/fact.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import { targetName } from '../process/versions.ts';

/** What happened and why, both finished sentences. */
export interface Sentence {
  kind: 'people' | 'decision' | 'mail' | 'clock' | 'process';
  title: string;
  reason: string | null;
  /** An instant that the sentence is about: 'It was due', and when. */
  when?: { text: string; at: number; zone: string | null };
}

/** What sentences are made with. */
export interface SentenceContext {
  drawing: Drawing;
  /** Name of the person who acted, or 'The process'. */
  actor: string;
  nameOf(personId: string): string;
  readonly departmentOf: (key: string) => string;
  /** Names of those whom a level of a clock told. */
  toldOf(level: { clock: string; cycle: number; level: string }): string[];
  /** Number of another deal, 'PV-2026-0001'. */
  dealOf(dealId: string): string;
  /** Free text of a submission: a reason, or the note of an outcome. */
  textOf(submission: string | null | undefined, part?: 'text' | 'override'): string | null;
  /** Zone of the calendar that measures work of a department, else of the process's. */
  zoneOf(department: string | null): string;
}

/** Some facts share one shape, so the shape is narrowed to the types that are meant. */
type Narrowed<F, T> = F extends { type: infer Own }
  ? [Own & T] extends [never]
    ? never
    : F & { type: Own & T }
  : never;
export type FactOf<T extends FactType> = Narrowed<Fact, T>;

export function sentence(
  kind: Sentence['kind'],
  title: string,
  reason: string | null = null,
): Sentence {
  return { kind, title, reason };
}

/** Name of a step, with the item that is meant: 'Ask for an offer: Roofers'. */
export function stepName(
  context: SentenceContext,
  { stage, step, item }: { stage: string; step: string; item?: string },
): string {
  const drawn = drawnStep(context.drawing, stage, step);
  const name = drawn?.name ?? step;
  if (item === undefined || drawn?.kind === 'approval') return name;
  return drawn?.kind === 'task'
    ? `${name}, attempt ${item}`
    : `${name}: ${itemName(context, { stage, step, item })}`;
}

/** An item of an `each` as people know it: a department, or the label of an option. */
export function itemName(
  { drawing, departmentOf }: SentenceContext,
  { stage, step, item }: { stage: string; step: string; item: string },
): string {
  const drawn = drawnStep(drawing, stage, step);
  if (drawn?.kind !== 'each') return item;
  const { over } = drawn;
  if (over.kind === 'departments') return departmentOf(item);
  const field = drawing.fields.find(({ id }) => id === over.field);
  return field?.options?.find(({ value }) => value === item)?.label ?? item;
}

export function stageName({ drawing }: SentenceContext, stage: string): string {
  return targetName(drawing, stage);
}

export function fieldLabels({ drawing }: SentenceContext, fields: string[]): string {
  return fields.map((id) => drawing.fields.find((f) => f.id === id)?.label ?? id).join(', ');
}

/** What a person wrote, in quotation marks. */
export function quoted(
  context: SentenceContext,
  submission: string | null | undefined,
): string | null {
  const text = context.textOf(submission);
  return text === null ? null : `“${text}”`;
}
