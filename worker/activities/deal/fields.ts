import { fieldsRevisionOf } from '#core/run/fields/field-revisions.ts';
import { resultsId } from '../other-deals/results.ts';
import { effectsOf, factsOf, type Turn } from '../batch/turn.ts';

export const fieldEffects = ['useSubmission', 'setValues', 'clearValues', 'setDates'] as const;

/** Values of the deal's fields by id; `null` empties one. */
type Values = Record<string, unknown>;

/**
 * Makes submissions effective and sets what steps set; only fields of the drawing count. What a
 * process brought back that has ended was left as a submission, and counts when the run says so.
 */
export async function applyFields(turn: Turn): Promise<void> {
  const fields = await fieldsAfter(turn);
  await markEffective(turn);
  if (!fields) return;
  turn.dealColumns.fields = fields as object;
  turn.dealColumns.fieldsRevision = fieldsRevisionOf(turn.batch.state);
}

async function markEffective(turn: Turn): Promise<void> {
  const notes = effectsOf(turn, 'useSubmission').filter(({ as }) => as === 'note');
  const ids = [...submissionsOf(turn), ...notes.map(({ submission }) => submission)];
  if (ids.length === 0) return;
  await turn.tx.submission.updateMany({
    where: { id: { in: ids }, dealId: turn.batch.dealId },
    data: { effectiveAt: turn.at },
  });
}

/** The deal's values after what this batch changes in them; undefined when it changes none. */
export async function fieldsAfter(turn: Turn): Promise<Values | undefined> {
  const effects = changingEffects(turn);
  const results = endedProcesses(turn);
  if (effects.length === 0 && results.length === 0) return undefined;
  const submissions = await readSubmissions(turn, submissionsOf(turn));
  const changes = effects.map((effect): Values => {
    switch (effect.kind) {
      case 'setValues':
        return effect.values;
      case 'clearValues':
        return Object.fromEntries(effect.fields.map((id) => [id, null]));
      case 'setDates':
        return datesOf(turn, effect.step);
      case 'useSubmission':
        return submissions.get(effect.submission) ?? {};
    }
  });
  const brought = results.map(({ deal }) => submissions.get(resultsId(deal)) ?? {});
  return merged(turn, [...brought, ...changes]);
}

/** A note sets nothing. */
function changingEffects(turn: Turn) {
  return effectsOf(turn, ...fieldEffects).filter(
    (effect) => effect.kind !== 'useSubmission' || effect.as !== 'note',
  );
}

function endedProcesses(turn: Turn) {
  return factsOf(turn, 'ProcessEnded').filter(({ late }) => !late);
}

function submissionsOf(turn: Turn): string[] {
  return [
    ...endedProcesses(turn).map(({ deal }) => resultsId(deal)),
    ...changingEffects(turn).flatMap((effect) =>
      effect.kind === 'useSubmission' ? effect.submission : [],
    ),
  ];
}

/** The dates that the world computed for a step. */
function datesOf({ answers }: Turn, { stage, step, visit, round }: StepOfAnswer): Values {
  const answer = answers?.dates?.find(
    (each) =>
      each.stage === stage && each.step === step && each.visit === visit && each.round === round,
  );
  return answer?.values ?? {};
}

interface StepOfAnswer {
  stage: string;
  step: string;
  visit: number;
  round: number;
}

async function readSubmissions(turn: Turn, ids: string[]): Promise<Map<string, Values>> {
  if (ids.length === 0) return new Map();
  const rows = await turn.tx.submission.findMany({
    where: { id: { in: ids }, dealId: turn.batch.dealId },
    select: { id: true, values: true },
  });
  return new Map(rows.map(({ id, values }) => [id, values as Values]));
}

async function merged(turn: Turn, changes: Values[]): Promise<Values> {
  const known = new Set(turn.version.drawing.fields.map(({ id }) => id));
  const { fields } = await turn.tx.deal.findUniqueOrThrow({
    where: { id: turn.batch.dealId },
    select: { fields: true },
  });
  const before = fields as Values;
  const all = Object.entries(Object.assign({}, before, ...changes) as Values);
  return Object.fromEntries(
    all.filter(([id, value]) => value !== null && (known.has(id) || id in before)),
  );
}
