import { drawingSchema, type Drawing } from '../../drawing/drawing.ts';

/** A stage written short: steps by id, links as `a>b` or `a.port>b`. */
export interface TinyStage {
  steps?: Record<string, object>;
  links?: (string | [string, string])[];
  exits?: object[];
  criteria?: string[];
  entry?: string[];
}

/** A drawing of number fields a…h, of which none is set by intake, and short-hand stages. */
export function tinyDrawing(...stages: TinyStage[]): Drawing {
  return drawingSchema.parse({
    schema: 1,
    name: 'Tiny',
    currency: 'EUR',
    calendar: 'pl-office',
    fields: [...'abcdefgh'].map((id) => ({ id, label: id.toUpperCase(), type: 'number' })),
    policies: [],
    outcomes: {
      won: { reasons: [{ id: 'other', label: 'Other' }] },
      lost: { reasons: [{ id: 'other', label: 'Other' }] },
    },
    stages: stages.map((stage, index) => ({
      id: `s${index}`,
      name: `Do ${index}`,
      probability: 0,
      steps: Object.entries(stage.steps ?? {}).map(([id, step]) => ({ id, name: id, ...step })),
      links: (stage.links ?? []).map(link),
      criteria: (stage.criteria ?? []).map(criterion),
      entry: (stage.entry ?? []).map(criterion),
      exits: stage.exits ?? [
        { id: 'next', mode: 'auto', to: index + 1 < stages.length ? `s${index + 1}` : 'won' },
      ],
    })),
  });
}

/** A task that asks for these fields. */
export function asks(...fields: string[]): object {
  return {
    kind: 'task',
    assign: { kind: 'owner' },
    form: fields.map((field) => ({ field, required: true })),
    outcomes: [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ],
  };
}

/** A task that is read only when this holds. */
export function reads(when: string): object {
  return { ...asks(), when };
}

/** A branch with ports `x` and `y`, the latter its default. */
export function parts(when = '1.0 < 2.0'): object {
  return {
    kind: 'branch',
    cases: [{ port: 'x', label: 'X', when }],
    default: { port: 'y', label: 'Y' },
  };
}

export const loses = { kind: 'leave', to: 'lost', reason: 'other' };

function link(text: string | [string, string], index: number): object {
  const [ends, when] = typeof text === 'string' ? [text] : text;
  const [source, to] = ends.split('>') as [string, string];
  const [from, ...ports] = source.split('.');
  return { id: `l${index}`, from, to, ports, ...(when && { when }) };
}

function criterion(when: string, index: number): object {
  return { id: `c${index}`, label: `Criterion ${index}`, when };
}
