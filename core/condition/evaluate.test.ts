import { describe, expect, it } from 'vitest';
import { checkCondition } from './check.ts';
import type { Condition, Value } from './condition.ts';
import { evaluate } from './evaluate.ts';
import type { ConditionType } from './scope.ts';
import { sampleScope } from './testing/any-condition.ts';

function compiled(text: string, type: ConditionType = 'bool'): Condition {
  const checked = checkCondition(text, sampleScope, type);
  if (!checked.ok) throw new Error(checked.message);
  return checked.condition;
}

function outcome(text: string, values: Record<string, Value>, type: ConditionType = 'bool') {
  const result = evaluate(compiled(text, type), values, {});
  return result.ok ? result.value : result.error.code;
}

describe('evaluate', () => {
  it.each<[string, Record<string, Value>, Value]>([
    ['deal.margin < 15', { margin: 12 }, true],
    ['deal.margin < 15', { margin: 15 }, false],
    ['deal.count / 2 == 3.5', { count: 7 }, true],
    ['deal.signedOn < "2026-10-02"', { signedOn: '2026-09-30' }, true],
    ['deal.site in ["roof", "carport"]', { site: 'ground' }, false],
    ['"roof" in deal.wishes', { wishes: ['roof'] }, true],
    ['size(deal.wishes) > 1', { wishes: ['a', 'b'] }, true],
    ['size(deal.city) == 4', { city: 'Łódź' }, true],
    ['deal.city.startsWith("Wro")', { city: 'Wrocław' }, true],
    ['deal.wishes.all(x, x in deal.asked)', { wishes: ['a'], asked: ['a', 'b'] }, true],
    ['deal.wishes.exists(x, x == "b")', { wishes: [] }, false],
    ['deal.wishes.all(x, x == "b")', { wishes: [] }, true],
    ['has(deal.margin) ? deal.margin > 3 : false', {}, false],
  ])('%s of %j is %j', (text, values, expected) => {
    expect(outcome(text, values)).toBe(expected);
  });

  it.each<[string, ConditionType, Value]>([
    ['deal.value * 2', 'double', 20],
    ['deal.city + "!"', 'string', 'Łódź!'],
    ['deal.wishes + ["a"]', 'list', ['b', 'a']],
  ])('gives a value to an update: %s', (text, type, expected) => {
    expect(outcome(text, { value: 10, city: 'Łódź', wishes: ['b'] }, type)).toEqual(expected);
  });

  it('E7: reading an absent field is an error that names it', () => {
    const result = evaluate(compiled('deal.margin < 15'), {}, {});
    expect(result).toEqual({
      ok: false,
      error: { code: 'absent', field: 'margin', message: 'Field “margin” is not set' },
      operands: [],
    });
  });

  it.each([
    ['has(deal.margin) && deal.margin < 15', false],
    ['!has(deal.margin) || deal.margin < 15', true],
    ['deal.margin < 15 || deal.owner', true],
    ['deal.margin < 15 && !deal.owner', false],
    ['deal.margin < 15 && deal.owner', 'absent'],
    ['deal.margin < 15 ? true : true', 'absent'],
    ['deal.wishes.exists(x, x == "a" || deal.margin > 1)', true],
    ['deal.wishes.exists(x, x == "c" || deal.margin > 1)', 'absent'],
    ['deal.wishes.all(x, x == "a" && deal.margin > 1)', false],
  ])('an error is absorbed where the rest decides: %s', (text, expected) => {
    expect(outcome(text, { owner: true, wishes: ['b', 'a'] })).toBe(expected);
  });

  it('names what it read, each field once, and what it only tested', () => {
    const text = 'has(deal.phone) && has(deal.count) && deal.margin > 1 && deal.margin < 9';
    const result = evaluate(compiled(text), { margin: 5, count: 0 }, { phone: true });
    expect(result).toEqual({
      ok: true,
      value: true,
      operands: [
        { field: 'phone', value: true, tested: true },
        { field: 'count', value: true, tested: true },
        { field: 'margin', value: 5 },
      ],
    });
  });

  it('names no field behind the one that decided', () => {
    const { operands } = evaluate(compiled('deal.margin > 9 && deal.owner'), { margin: 5 }, {});
    expect(operands).toEqual([{ field: 'margin', value: 5 }]);
  });

  it.each(['deal.value / (1 - 1) > 1', 'deal.value * 1e300 * 1e300 > 1'])(
    'a number out of range is an error, not infinity: %s',
    (text) => {
      expect(outcome(text, { value: 10 })).toBe('range');
    },
  );

  it.each(['__proto__', 'constructor', 'toString'])('%s is no field', (field) => {
    expect(evaluate({ op: 'has', args: [field] }, {}, {})).toMatchObject({ value: false });
    const read: Condition = { op: '==', args: [{ op: 'field', args: [field] }, literal('a')] };
    expect(evaluate(read, {}, {})).toMatchObject({ ok: false, error: { code: 'absent' } });
  });

  it.each<[string, Condition]>([
    ['two types', { op: '==', args: [literal(1), literal('1')] }],
    ['text in arithmetic', { op: '+', args: [literal(1), literal('1')] }],
    ['no yes or no', { op: '&&', args: [literal(1), literal(true)] }],
    ['an unknown variable', { op: 'item', args: ['x'] }],
    ['a list of numbers as result', { op: 'list', args: [literal(1)] }],
    [
      'an operation of a later engine',
      { op: 'median', args: [literal(1)] } as unknown as Condition,
    ],
  ])('a condition that publishing would refuse is an error of type: %s', (_, condition) => {
    expect(evaluate(condition, {}, {})).toMatchObject({ ok: false, error: { code: 'type' } });
  });

  it('stops after a number of steps, whatever could absorb the error', () => {
    const wishes = Array.from({ length: 200 }, (_, i) => String(i));
    const text = '!deal.wishes.exists(x, deal.wishes.exists(y, x + y == "a")) || true';
    expect(outcome(text, { wishes })).toBe('limit');
  });
});

function literal(value: string | number | boolean): Condition {
  return { op: 'literal', args: [value] };
}
