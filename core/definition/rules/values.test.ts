import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDrawing } from '../../drawing/read-drawing.ts';
import { validateDrawing } from '../validate.ts';

interface Case {
  drawing: {
    currency: string;
    fields: object[];
    stages: { steps: { set?: { field: string; value: string }[] }[] }[];
  };
}

function caseOf(name: string): Case {
  return JSON.parse(
    readFileSync(new URL(`../../../test/cases/${name}.process.json`, import.meta.url), 'utf8'),
  ) as Case;
}

/** Errors about values, as path and message. */
function problemsOf(file: Case): string[] {
  const read = readDrawing(JSON.stringify(file));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return validateDrawing(read.value.drawing)
    .filter(({ code }) => code === 'value-misfit' || code === 'unknown-currency')
    .map(({ fieldPath, message }) => `${fieldPath}: ${message}`);
}

/** The case with one value for its field instead of the three it sets. */
function setting(field: string, value: string): Case {
  const file = caseOf('update-breaks-type');
  file.drawing.stages[0]!.steps[0]!.set = [{ field, value }];
  return file;
}

describe('E29: what is known before a deal runs', () => {
  it('an unknown option and an impossible date are refused; a product is rounded when it runs', () => {
    expect(problemsOf(caseOf('update-breaks-type'))).toEqual([
      'set.1.value: “u” sets “TIER”, which has no option “platinum”: “platinum” does not fit. Its options are gold, silver.',
      'set.2.value: “u” sets “ON”, which must be a date, YYYY-MM-DD: “tomorrow” does not fit. Write "YYYY-MM-DD", a day that exists.',
    ]);
  });

  it.each([
    ['fee', '12.5'],
    ['fee', '1e16'],
    ['fee', '2.0 * 0.25'],
    ['tier', 'deal.price > 10.0 ? "gold" : "platinum"'],
    ['tier', 'deal.txt'],
    ['on', '"2027-02-29"'],
    ['on', 'deal.txt'],
    ['on', 'deal.tier'],
  ])('%s cannot be set to %s', (field, value) => {
    expect(problemsOf(setting(field, value))).toHaveLength(1);
  });

  it.each([
    ['fee', '1250'],
    ['fee', 'deal.price * 0.035'],
    ['fee', 'deal.price / 3.0'],
    ['tier', 'deal.price > 10.0 ? "gold" : "silver"'],
    ['tier', 'deal.tier'],
    ['on', '"2028-02-29"'],
    ['txt', 'deal.tier'],
  ])('%s can be set to %s', (field, value) => {
    expect(problemsOf(setting(field, value))).toEqual([]);
  });

  it('a currency that does not exist is refused with its path', () => {
    expect(problemsOf(caseOf('mail-bad-currency'))).toEqual([
      'currency: The currency “US$” does not exist. Write a code of ISO 4217, such as EUR, PLN or USD.',
    ]);
  });

  it.each(['eur', 'EU ', 'XXX', 'DEM'])('“%s” is no currency', (currency) => {
    const file = caseOf('mail-bad-currency');
    file.drawing.currency = currency;
    expect(problemsOf(file)).toHaveLength(1);
  });
});
