import type { Value } from '../condition/condition.ts';
import { checkValue } from '../drawing/check-value.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { Field } from '../drawing/field.ts';
import type { Finding } from './finding.ts';
import type { Scenario } from './scenario.ts';

/**
 * Mistakes of a scenario that can be told without playing it: fields and values the drawing does not
 * know, settings of steps there are not, and people its world does not have.
 */
export function checkScenario(drawing: Drawing, scenario: Scenario): Finding[] {
  const { start, acts, mail } = scenario;
  return [
    ...fieldMistakes(drawing, start.values, 'start.values'),
    ...acts.flatMap(({ values = {} }, index) =>
      fieldMistakes(drawing, values, `acts[${index}].values`),
    ),
    ...mailMistakes(drawing, mail),
    ...peopleMistakes(scenario),
  ];
}

function mistake(path: string, message: string, possible?: string[]): Finding {
  return { kind: 'mistake', path, message, ...(possible && { possible }) };
}

function fieldMistakes(
  { fields }: Drawing,
  values: Record<string, Value | null>,
  path: string,
): Finding[] {
  const byId = new Map(fields.map((field) => [field.id, field]));
  return Object.entries(values).flatMap(([id, value]) => {
    const field = byId.get(id);
    const at = `${path}.${id}`;
    if (!field) return [mistake(at, `The process has no field “${id}”.`, [...byId.keys()])];
    const wrong = value === null ? undefined : wrongValue(field, value);
    return wrong ? [mistake(at, `${field.label} ${wrong}`, optionsOf(field))] : [];
  });
}

function wrongValue(field: Field, value: Value): string | undefined {
  if (field.type !== 'file') return checkValue(field, value);
  return value === true ? undefined : 'is a file: write true when it is attached, else null.';
}

function optionsOf({ options }: Field): string[] | undefined {
  return options?.map(({ value }) => value);
}

function mailMistakes({ stages }: Drawing, mail: Scenario['mail']): Finding[] {
  const known = stages.flatMap((stage) =>
    stage.steps
      .filter(({ kind }) => kind === 'email')
      .flatMap(({ id }) => [id, `${stage.id}.${id}`]),
  );
  return Object.keys(mail)
    .filter((step) => !known.includes(step))
    .map((step) => mistake(`mail.${step}`, `The process has no e-mail step “${step}”.`, known));
}

function peopleMistakes({ start, acts, world = {} }: Scenario): Finding[] {
  const { people, departments = {} } = world;
  if (!people) return [];
  const named: [path: string, person: unknown][] = [
    ['start.owner', start.owner],
    ...acts.flatMap((act, index): [string, unknown][] => [
      [`acts[${index}].by`, act.by],
      [`acts[${index}].owner`, act['owner']],
    ]),
    ...Object.entries(departments).map(([key, { lead }]): [string, unknown] => [
      `world.departments.${key}.lead`,
      lead,
    ]),
  ];
  return named
    .filter(([, person]) => typeof person === 'string' && !people.includes(person))
    .map(([path, person]) => mistake(path, `“${String(person)}” is not among the people.`, people));
}
