import type { Drawing } from '#core/drawing/drawing.ts';
import { checkValue } from '#core/drawing/check-value.ts';
import type { Field } from '#core/drawing/field.ts';
import { drawnStage } from '#core/drawing/drawn-step.ts';
import type { Operands, Unmet } from '#core/run/contract/fact.ts';
import type { StepStatus } from '#core/run/state/step-state.ts';
import { inVainWords } from '#core/describe/in-vain-words.ts';
import { fieldText } from './field-text.ts';

/** An unmet gate item as people read it. */
export interface UnmetWords {
  kind: Unmet['kind'];
  label: string;
  detail: string;
  step?: string;
  /** Fields of the deal that would bring it about. */
  fields?: string[];
}

type Operand = Operands[number];

const statusWords: Record<StepStatus, string> = {
  pending: 'Its turn has not come',
  offered: 'Offered, not asked for yet',
  open: 'Not done yet',
  running: 'Under way',
  waiting: 'Waiting',
  incident: 'Stopped by an incident',
  ended: 'Done',
  skipped: 'Skipped',
  cancelled: 'Cancelled',
};

const incidentWords: Record<string, string> = {
  absent: 'A value it reads is not set',
  type: 'A value it reads has the wrong type',
  range: 'A value it computes is out of range',
  loop: 'The deal moved in a circle',
  'no-owner': 'The deal has no owner',
  'no-calendar': 'Its calendar is missing',
  'no-working-time': 'Its calendar has no working time',
  'no-approver': 'Nobody may approve it: each approver has a limit that is passed',
  'no-decider':
    'Nobody may decide it: those it asks did the work before it, asked for it, or decide already',
  'no-lead': 'The department has no lead',
  'bad-value': 'A value does not fit its field',
  'bad-date': 'The date it counts from or to is no date',
  'start-chain': 'Ten deals in a row started one another, and nobody and no wait came between',
  'not-live': 'The process that it starts has no published version',
  'nobody-told':
    'Nobody was told what happened here: nobody who could be told is active. Let an administrator activate somebody',
  'not-composed': 'What it sends could not be put together',
  'rework-cap': 'The work was sent back as often as it may be',
};

/** Why a step stopped; codes that are not known here are shown as they are. */
export function incidentCause(code: string): string {
  const inVain = inVainWords(code)?.replace(/\.$/, '');
  return incidentWords[code] ?? inVain ?? `It could not go on (${code})`;
}

export function stepStatusWords(status: string): string {
  return statusWords[status as StepStatus] ?? status;
}

/** 'Tier cannot be “platinum”'; the value only where the run knows it. */
function refusedText({ currency }: Drawing, { tested, value }: Operand, field?: Field): string {
  const label = field?.label ?? 'A field';
  if (tested || !field) return `${label} takes another kind of value`;
  const wrong = checkValue(field, value) ?? 'takes another kind of value';
  const known = field.type === 'choice' || field.type === 'choices' || field.type === 'date';
  const shown = known ? `“${String(value)}”` : fieldText(field, value, currency);
  return `${label}, set to ${shown}, ${wrong.replace(/\.$/, '')}`;
}

function operandText(drawing: Drawing, operand: Operand): string {
  const field: Field | undefined = drawing.fields.find(({ id }) => id === operand.field);
  const label = field?.label ?? operand.field;
  if (operand.refused) return refusedText(drawing, operand, field);
  if (operand.tested) return operand.value === true ? `${label} is set` : `${label} is not set`;
  if (!field) return label;
  return `${label} is ${fieldText(field, operand.value, drawing.currency)}`;
}

/** What a decision read, as a sentence part: 'Margin is 12 %, Discount is not set'. */
export function operandsText(drawing: Drawing, operands: Operands | undefined): string {
  return (operands ?? []).map((operand) => operandText(drawing, operand)).join(', ');
}

function ofCriterion(drawing: Drawing, unmet: Extract<Unmet, { kind: 'criterion' }>): UnmetWords {
  const stage = drawnStage(drawing, unmet.stage);
  const drawn = [...(stage?.criteria ?? []), ...(stage?.entry ?? [])];
  const exit = stage?.exits.find(({ id }) => id === unmet.criterion);
  const label =
    drawn.find(({ id }) => id === unmet.criterion)?.label ??
    `Condition of ${exit?.name ?? 'the exit'}`;
  const read = operandsText(drawing, unmet.operands);
  const detail =
    unmet.error === undefined
      ? read
      : [incidentCause(unmet.error), read].filter(Boolean).join(': ');
  const fields = [...new Set(unmet.operands.map(({ field }) => field))];
  return { kind: 'criterion', label, detail: detail || 'It does not hold', fields };
}

/** 'Carried from “Survey”': work that an earlier stage left under way (E11, E14). */
function carriedFrom(drawing: Drawing, stage: string): string {
  return `Carried from “${drawnStage(drawing, stage)?.name ?? stage}”`;
}

function exitLabel({ stages }: Drawing, exit: string): string {
  const drawn = stages.flatMap(({ exits }) => exits).find(({ id }) => id === exit);
  return drawn?.name ?? 'This way out';
}

/** Puts one unmet item into words with the labels of the version that the deal runs on. */
export function unmetWords(drawing: Drawing, unmet: Unmet): UnmetWords {
  const nameOf = (stage: string, step: string) =>
    [...drawing.stages, ...(drawing.rails ?? [])]
      .find(({ id }) => id === stage)
      ?.steps.find(({ id }) => id === step)?.name ?? step;
  switch (unmet.kind) {
    case 'step':
      return {
        kind: 'step',
        label: nameOf(unmet.stage, unmet.step),
        detail: stepStatusWords(unmet.status),
        step: unmet.step,
      };
    case 'criterion':
      return ofCriterion(drawing, unmet);
    case 'incident':
      return {
        kind: 'incident',
        label: unmet.step === undefined ? 'The stage' : nameOf(unmet.stage, unmet.step),
        detail: incidentCause(unmet.code),
        ...(unmet.step === undefined ? {} : { step: unmet.step }),
      };
    case 'carried':
      return {
        kind: 'carried',
        label: nameOf(unmet.stage, unmet.step),
        detail: `${carriedFrom(drawing, unmet.stage)}: ${stepStatusWords(unmet.status).toLowerCase()}`,
        step: unmet.step,
      };
    case 'limit':
      return {
        kind: 'limit',
        label: exitLabel(drawing, unmet.exit),
        detail: `Taken ${unmet.max} times already; it may not be taken again`,
      };
    case 'reasons':
      return {
        kind: 'reasons',
        label: `Reason for ${unmet.outcome}`,
        detail: 'Choose at least one',
      };
  }
}
