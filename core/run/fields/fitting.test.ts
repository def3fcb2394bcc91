import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Value } from '../../condition/condition.ts';
import type { ProcessDefinition } from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { checkValue, type FieldFit } from '../../drawing/check-value.ts';
import { Deal } from '../../world/testing/drive.ts';
import {
  exit,
  link,
  literal,
  minutes,
  process,
  processStep,
  stage,
  task,
  update,
} from '../../world/testing/process.ts';

const fits: Record<string, FieldFit> = {
  money: { type: 'money' },
  percent: { type: 'percent' },
  number: { type: 'number' },
  text: { type: 'text' },
  on: { type: 'date' },
  tier: { type: 'choice', options: [{ value: 'gold' }, { value: 'silver' }] },
  tags: { type: 'choices', options: [{ value: 'gold' }, { value: 'silver' }] },
  yes: { type: 'boolean' },
};
const watched = {
  ...Object.fromEntries(Object.keys(fits).map((id) => [id, 'value' as const])),
  price: 'value' as const,
};

function started(step: StepDefinition, values: Record<string, Value> = {}): Deal {
  const work = stage('s', {
    steps: [step, task('next')],
    links: [link(`${step.id}>next`)],
    exits: [exit('won', 'auto', 'won')],
  });
  const definition: ProcessDefinition = { ...process([work], watched), fits };
  return new Deal(definition).start(values);
}

const product = (field: string, by: number): Condition => ({
  op: '*',
  args: [{ op: 'field', args: [field] }, literal(by)],
});

describe('E29: a value that a step computes', () => {
  it.each([
    [100, 0.035, 4],
    [-100, 0.035, -4],
    [50, 0.05, 3],
    [1, 0.4, 0],
    [-1, 0.4, 0],
    [1_000_050, 0.1, 100_005],
    [300, 0.115, 35],
  ])('is rounded half away from zero where it is money: %d × %d → %d', (price, by, fee) => {
    const deal = started(update('u', 'money', product('price', by)), { price });
    expect(deal.state.values['money']).toBe(fee);
    expect(Object.is(deal.state.values['money'], -0)).toBe(false);
    expect(deal.effectsOf('setValues')).toMatchObject([{ values: { money: fee } }]);
  });

  it('says from what it was rounded, with the operands; nothing where it was whole', () => {
    const deal = started(update('u', 'money', product('price', 0.5)), { price: 25 });
    expect(deal.factsOf('ResultRounded')).toMatchObject([
      { field: 'money', exact: 12.5, value: 13, operands: [{ field: 'price', value: 25 }] },
    ]);
    const whole = started(update('u', 'money', product('price', 0.5)), { price: 24 });
    expect(whole.factsOf('ResultRounded')).toEqual([]);
  });

  it('stops its step as an incident where it does not fit; put right, the step goes on by itself', () => {
    const deal = started(update('u', 'money', product('price', 1e6)), { price: 1e10 });
    expect(deal.state.values).toEqual({ price: 1e10 });
    expect(deal.effectsOf('openIncident')).toMatchObject([
      {
        code: 'bad-value',
        choices: ['retry', 'skip'],
        operands: [
          { field: 'price', value: 1e10 },
          { field: 'money', value: 1e16, refused: true },
        ],
      },
    ]);
    deal.send({ kind: 'setFields', submission: null, values: { price: 10 }, isSet: {} });
    expect(deal.status('u')).toBe('ended');
    expect(deal.state.values['money']).toBe(1e7);
    expect(deal.state.incidents).toEqual([]);
  });
});

describe('E29: what another process brings back', () => {
  const results = [
    { from: 'a', to: 'money' },
    { from: 'b', to: 'tier' },
  ];
  const step = () => processStep('go', minutes(60), { wait: { timeout: minutes(60), results } });

  it('is taken where it fits; else the step waits for a person and ends as the other deal did', () => {
    const deal = started(step());
    deal.send({
      kind: 'processEnded',
      step: deal.ref('go'),
      deal: 'd2',
      outcome: 'lost',
      values: { money: 7, tier: 'platinum' },
      isSet: {},
    });
    expect(deal.state.values).toEqual({ money: 7 });
    expect(deal.state.incidents).toMatchObject([{ step: 'go', code: 'bad-value', at: 'result' }]);
    const incident = deal.state.incidents[0]!.id;
    const choose = { kind: 'resolveIncident', incident, choice: 'skip', reason: 'why' } as const;
    expect(deal.send(choose).ok).toBe(true);
    expect(deal.state.steps['go']).toMatchObject({ status: 'ended', port: 'lost' });
    expect(deal.state.incidents).toEqual([]);
  });

  it('a deal that begins without a value that does not fit says so, and goes on', () => {
    const definition = { ...process([stage('s', { steps: [task('t')] })], watched), fits };
    const deal = new Deal(definition);
    deal.send({ kind: 'start', owner: 'olga', values: {}, isSet: {}, misfits: ['tier'] });
    expect(deal.status('t')).toBe('open');
    expect(deal.effectsOf('openIncident')).toMatchObject([
      { code: 'bad-value', choices: ['skip'] },
    ]);
  });
});

const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom('gold', 'silver', 'platinum', '2026-02-29', '2028-02-29', 'x'.repeat(501), ''),
  fc.array(fc.constantFrom('gold', 'silver', 'platinum'), { maxLength: 3 }),
);

describe('E29: whatever a step computes or a process brings back', () => {
  it('values of the state fit their fields', () => {
    const target = fc.constantFrom(...Object.keys(fits));
    const run = fc.property(target, anyValue, fc.boolean(), (field, value, isResult) => {
      const step = isResult
        ? processStep('u', minutes(60), {
            wait: { timeout: minutes(60), results: [{ from: 'a', to: field }] },
          })
        : update('u', field, { op: 'field', args: ['price'] });
      const deal = started(step, isResult ? {} : { price: value });
      if (isResult) {
        const ended = {
          deal: 'd2',
          outcome: 'won',
          values: { [field]: value },
          isSet: {},
        } as const;
        deal.send({ kind: 'processEnded', step: deal.ref('u'), ...ended });
      }
      for (const [id, fit] of Object.entries(fits)) {
        const kept = deal.state.values[id];
        if (kept !== undefined) expect(checkValue(fit, kept)).toBeUndefined();
      }
      const isTaken = deal.state.values[field] !== undefined;
      expect(deal.state.incidents).toHaveLength(isTaken ? 0 : 1);
    });
    fc.assert(run, { numRuns: 300 });
  });
});
