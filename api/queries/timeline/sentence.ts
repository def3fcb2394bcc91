import type { Fact, FactType } from '#core/run/fact.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import { drawnStep, targetName } from '../versions.ts';

/** What happened and why, both finished sentences. */
export interface Sentence {
  kind: 'people' | 'decision' | 'mail' | 'clock' | 'process';
  title: string;
  reason: string | null;
}

/** What sentences are made with. */
export interface Telling {
  drawing: Drawing;
  /** Name of the person who acted, or 'The process'. */
  actor: string;
  nameOf(personId: string): string;
  readonly departmentOf: (key: string) => string;
  /** Free text of a submission: a reason, or the note of an outcome. */
  textOf(submission: string | null | undefined, part?: 'text' | 'override'): string | null;
  /** An instant in the zone of the process's calendar. */
  instant(at: number): string;
}

/** Some facts share one shape, so the shape is narrowed to the types that are meant. */
type Narrowed<F, T> = F extends { type: infer Own }
  ? [Own & T] extends [never]
    ? never
    : F & { type: Own & T }
  : never;
export type FactOf<T extends FactType> = Narrowed<Fact, T>;

export function stepName({ drawing }: Telling, { stage, step }: { stage: string; step: string }) {
  return drawnStep(drawing, stage, step)?.name ?? step;
}

export function stageName({ drawing }: Telling, stage: string): string {
  return targetName(drawing, stage);
}

export function fieldLabels({ drawing }: Telling, fields: string[]): string {
  return fields.map((id) => drawing.fields.find((f) => f.id === id)?.label ?? id).join(', ');
}
