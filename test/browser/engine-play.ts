import { compile } from '#core/definition/compile.ts';
import { sampleDirectory } from '#core/definition/testing/sample-directory.ts';
import { validate } from '#core/definition/validate.ts';
import { drawingSchema } from '#core/drawing/drawing.ts';
import { Deal } from '#core/world/testing/drive.ts';
import photovoltaics from '#prisma/samples/photovoltaics.json' with { type: 'json' };
import { acts, intake, type Act } from '../support/photovoltaics-deal.ts';

const HOUR_MS = 3_600_000;

/** The sample drawing through validate, compile, reducer and answers: all that came out, as text. */
export function playPhotovoltaics(): string {
  const drawing = drawingSchema.parse(photovoltaics);
  const broken = structuredClone(drawing);
  for (const { steps } of broken.stages)
    for (const step of steps) if (step.kind === 'branch') delete step.default;
  const definition = compile(drawing, { process: 'PV-01' });
  const deal = new Deal(definition).start(intake);
  const replies = acts.map((act) => {
    deal.pass(20 * HOUR_MS);
    return send(deal, act);
  });
  const { state, facts, effects } = deal;
  return JSON.stringify({
    problems: validate(drawing, sampleDirectory()),
    problemsOfBroken: validate(broken, sampleDirectory()),
    definition,
    replies,
    state,
    facts,
    effects,
  });
}

function send(deal: Deal, act: Act) {
  switch (act.kind) {
    case 'complete': {
      const { step, outcome, values, isSet } = act;
      const task = deal.ref(step);
      return deal.send({ kind: 'complete', task, outcome, submission: null, values, isSet });
    }
    case 'mail':
      return deal.send({ kind: 'mailResult', mail: deal.ref(act.step), result: 'sent' });
    case 'external':
      return deal.send({ kind: 'external', name: act.name });
    case 'move':
      return deal.move(act.exit, { reasons: act.reasons });
  }
}
