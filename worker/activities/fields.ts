import { effectsOf, type Turn } from './turn.ts';

/** Values of the deal's fields by id; `null` empties one. */
type Values = Record<string, unknown>;

/** Makes submissions effective and sets what `update` steps set; only fields of the drawing count. */
export async function applyFields(turn: Turn): Promise<void> {
  const effects = effectsOf(turn, 'useSubmission', 'setValues', 'clearValues');
  if (effects.length === 0) return;
  const submissions = await useSubmissions(turn);
  const changes = effects.map((effect): Values => {
    if (effect.kind === 'setValues') return effect.values;
    if (effect.kind === 'clearValues')
      return Object.fromEntries(effect.fields.map((id) => [id, null]));
    return submissions.get(effect.submission) ?? {};
  });
  await merge(turn, changes);
}

async function useSubmissions(turn: Turn): Promise<Map<string, Values>> {
  const ids = effectsOf(turn, 'useSubmission').map(({ submission }) => submission);
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
