import { resultsId } from './other-deals/results.ts';
import { effectsOf, factsOf, type Turn } from './turn.ts';

/** Values of the deal's fields by id; `null` empties one. */
type Values = Record<string, unknown>;

/**
 * Makes submissions effective and sets what steps set; only fields of the drawing count. What a
 * process brought back that has ended was left as a submission, and counts when the run says so.
 */
export async function applyFields(turn: Turn): Promise<void> {
  const effects = effectsOf(turn, 'useSubmission', 'setValues', 'clearValues', 'setDates');
  const results = factsOf(turn, 'ProcessEnded').filter(({ late }) => !late);
  if (effects.length === 0 && results.length === 0) return;
  const ids = [
    ...results.map(({ deal }) => resultsId(deal)),
    ...effects.flatMap((effect) => (effect.kind === 'useSubmission' ? [effect.submission] : [])),
  ];
  const submissions = await useSubmissions(turn, ids);
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
  await merge(turn, [...brought, ...changes]);
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

async function useSubmissions(turn: Turn, ids: string[]): Promise<Map<string, Values>> {
  if (ids.length === 0) return new Map();
  const where = { id: { in: ids }, dealId: turn.batch.dealId };
  const rows = await turn.tx.submission.updateManyAndReturn({
    where,
    data: { effectiveAt: turn.at },
    select: { id: true, values: true },
  });
  return new Map(rows.map(({ id, values }) => [id, values as Values]));
}

async function merge(turn: Turn, changes: Values[]): Promise<void> {
  const known = new Set(turn.version.drawing.fields.map(({ id }) => id));
  const { fields } = await turn.tx.deal.findUniqueOrThrow({
    where: { id: turn.batch.dealId },
    select: { fields: true },
  });
  const before = fields as Values;
  const merged = Object.entries(Object.assign({}, before, ...changes) as Values);
  const after = merged.filter(([id, value]) => value !== null && (known.has(id) || id in before));
  turn.dealColumns.fields = Object.fromEntries(after) as object;
  turn.dealColumns.fieldsRevision = { increment: 1 };
}
