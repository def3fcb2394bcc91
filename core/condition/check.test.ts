import { describe, expect, it } from 'vitest';
import { checkCondition } from './check.ts';
import type { ConditionType } from './scope.ts';
import { sampleScope } from './testing/any-condition.ts';

function check(text: string, expected: ConditionType = 'bool') {
  return checkCondition(text, sampleScope, expected);
}

function refusal(text: string, expected: ConditionType = 'bool'): string {
  const checked = check(text, expected);
  return checked.ok ? 'accepted' : checked.message;
}

describe('checkCondition', () => {
  it('compiles to plain JSON without positions, whole numbers as doubles', () => {
    const checked = check('deal.margin < 15 && !has(deal.phone)');
    expect(checked).toEqual({
      ok: true,
      type: 'bool',
      condition: {
        op: '&&',
        args: [
          {
            op: '<',
            args: [
              { op: 'field', args: ['margin'] },
              { op: 'literal', args: [15] },
            ],
          },
          { op: '!', args: [{ op: 'has', args: ['phone'] }] },
        ],
      },
      reads: ['margin'],
      tests: ['phone'],
      unguardedReads: ['margin'],
    });
  });

  it.each([
    'deal.margin * 2 + 1 >= -3',
    'size(deal.wishes) == 2 || deal.city.size() > 3',
    'deal.site == "roof" || "ground" == deal.site',
    'deal.signedOn >= "2026-02-28" && deal.signedOn.startsWith("2026")',
    'has(deal.contract) && has(deal.story)',
    `${'-'.repeat(50)}deal.margin > 1`,
    'deal.wishes == [] || deal.count in [1, 2.5, 3]',
    '(has(deal.site) ? deal.site : "none") == "none"',
    '// why\n deal.owner',
  ])('accepts %s', (text) => {
    expect(refusal(text)).toBe('accepted');
  });

  it.each<[ConditionType, string]>([
    ['double', 'has(deal.margin) ? deal.margin : 0'],
    ['string', 'deal.city + " " + deal.note'],
    ['list', '[]'],
    ['list', 'deal.wishes + ["roof"]'],
  ])('accepts a value of type %s: %s', (type, text) => {
    expect(check(text, type)).toMatchObject({ ok: true, type });
  });

  it.each([
    ['', 'The condition is empty'],
    ['deal.margin', 'gives a number, but a condition must be yes or no'],
    ['deal.margn < 15', 'Did you mean deal.margin?'],
    ['margin < 15', 'Fields are written with deal in front: deal.margin'],
    ['deal.city == roof', 'Texts stand in quotation marks'],
    ['deal', '“deal” is the whole deal'],
    ['deal.city.name == "a"', 'Fields are written deal.field and have no parts'],
    ['deal.phone == "1"', 'is personal, so its value cannot be read here. Only has(deal.phone)'],
    ['deal.contract == "x"', 'is a file'],
    ['deal.story == "x"', 'is a long text'],
    ['deal.constructor == "x"', 'is not a field of this process'],
    ['deal.city.matches("^(a+)+$")', 'uses matches, which conditions do not have. Use contains'],
    ['deal.wishes.filter(x, true) == []', 'uses filter'],
    ['deal.wishes.map(x, x) == []', 'uses map'],
    ['deal.wishes.exists_one(x, true)', 'Use exists.'],
    ['cel.bind(x, true, x)', 'uses bind'],
    ['timestamp(deal.signedOn) == timestamp("")', 'Dates are compared as texts'],
    ['int(deal.margin) == 1', 'Values need no conversion'],
    ['deal.city.contain("a")', 'Did you mean contains?'],
    ['deal.wishes.contains("roof")', 'Write "option" in deal.wishes'],
    ['deal.wishes[0] == "a"', 'picks a part of a value'],
    ['{"a": 1} == {}', 'is a map'],
    ['deal.margin == null', 'Write !has(deal.field)'],
    ['b"a" == b"a"', 'is neither a number nor a text'],
    ['deal.count % 2 == 0', 'takes a remainder'],
    ['deal.margin == 99999999999999999999', 'is too large a number'],
    ['deal.city == "\\u0000"', 'has a character that cannot be stored'],
    ['deal.site == "rof"', 'Its options are roof, ground, carport. Did you mean roof?'],
    ['deal.site in ["roof", "moon"]', '“"moon"” is not an option of deal.site'],
    ['deal.site < "roof"', 'asks for an order of options'],
    ['deal.signedOn < "31.12.2026"', 'is not a date. Write "YYYY-MM-DD"'],
    ['deal.signedOn < "2026-02-30"', 'is not a date'],
    ['deal.margin = 3', 'Write == to compare'],
    ['deal.owner and deal.reachable', 'Write && for “and”'],
    ['not deal.owner', 'Write ! in front of what is denied'],
    ['deal.city == “a”', 'straight quotation marks'],
    ['deal.city == "a', 'does not end'],
    ['(deal.owner', 'cannot be read at its end. Expected ), got the end of the condition'],
    ['deal.city == 3', 'compares a text with a number'],
    ['deal.city * 3 == 3', 'calculates a text * a number'],
    ['3 in deal.wishes', 'looks for a number in a list'],
    ['deal.owner && deal.city', 'joins something that is not yes or no'],
    ['!deal.city', 'denies something that is not yes or no'],
    ['-deal.city == ""', 'has a minus in front of something that is not a number'],
    ['deal.owner ? 1 : "a"', 'gives values of two kinds'],
    ['deal.city ? true : false', '“deal.city” must be yes or no here'],
    ['[1, "a"] == []', 'is of another kind than the items before'],
    ['deal.city.exists(x, x == "a")', '“deal.city” is not a list'],
    ['deal.margin.startsWith("a")', 'are for texts'],
    ['deal.wishes.exists(deal, true)', 'Use a single letter'],
    ['deal.wishes.exists(3, true)', 'cannot be the name of an item'],
    ['has(deal)', 'Write deal.field'],
    [
      'deal.wishes.exists(x, deal.asked.exists(y, deal.wishes.all(z, z == y)))',
      'is an exists or all inside of 2 others',
    ],
    ['[["a"]] == []', 'is a list inside of a list'],
    ['deal.city in [["a"], ["b"]]', 'Write one list, such as ["a", "b"]'],
    ['[deal.wishes] == []', '“deal.wishes” is a list inside of a list'],
    ['[deal.owner ? ["a"] : []] == []', 'is a list inside of a list'],
    ['deal.margin / 0 > 1', '“deal.margin / 0” divides by zero. Divide by another number'],
    ['1 / -0.0 > 1', 'divides by zero'],
    ['[].exists(x, x > 1)', 'asks the items of an empty list. Name a list of the deal'],
    [`deal.margin ${'+ 1'.repeat(70)} > 1`, 'Split it over several'],
    [`deal.margin${' + deal.margin'.repeat(58)} > 1`, 'is nested too deep. Split it'],
    [Array(101).fill('deal.owner').join(' && '), 'more than 200 parts'],
    [`${'('.repeat(80)}true${')'.repeat(80)}`, 'The condition is too large'],
    [`deal.city == "${'a'.repeat(10_000)}"`, 'The condition is too large'],
  ])('refuses %s', (text, message) => {
    expect(refusal(text)).toContain(message);
  });

  it('reads a decimal that begins with its point, and leaves texts as they are', () => {
    const checked = check('deal.margin > .5 && deal.city != ".5"');
    const plain = check('deal.margin > 0.5 && deal.city != ".5"');
    expect(checked).toEqual(plain);
    expect(checked.ok).toBe(true);
    expect(refusal('deal.margin.5 > 1')).toContain('cannot be read at “5”');
  });

  it('refuses a value of another type than is needed', () => {
    expect(refusal('deal.city', 'double')).toBe(
      '“deal.city” gives a text, but a number is needed here.',
    );
    expect(refusal('[1, 2]', 'list')).toContain('gives a list of numbers, but a list of texts');
  });

  it.each([
    ['deal.margn < 15', 'deal.margn'],
    ['deal.owner && (deal.city + 3 == "a")', 'deal.city + 3'],
    ['deal.wishes.exists(x, size(x) > 2 && x < 1)', 'x < 1'],
    ['deal.margin = 3', '='],
    ['deal.margin > .5 && .25 < deal.margn', 'deal.margn'],
    ['deal.city == ".5" && deal.margin / 0 > .5', 'deal.margin / 0'],
  ])('points at the place: %s', (text, place) => {
    const checked = check(text);
    const { start = 0, end = 0 } = (!checked.ok && checked.position) || {};
    expect(text.slice(start, end)).toBe(place);
  });

  it.each<[string, string[]]>([
    ['deal.margin < 15', ['margin']],
    ['has(deal.margin) && deal.margin < 15', []],
    ['deal.margin < 15 && has(deal.margin)', ['margin']],
    ['!has(deal.margin) || deal.margin < 15', []],
    ['has(deal.margin) || deal.margin < 15', ['margin']],
    ['has(deal.margin) ? deal.margin < 15 : deal.owner', ['owner']],
    ['!(has(deal.margin) && has(deal.owner)) || deal.margin < 15 && deal.owner', []],
    ['(has(deal.margin) || has(deal.owner)) && deal.owner', ['owner']],
    ['has(deal.wishes) && deal.wishes.exists(x, x == deal.city)', ['city']],
  ])('E7: finds the reads that no has protects: %s', (text, unguardedReads) => {
    expect(check(text)).toMatchObject({ ok: true, unguardedReads });
  });
});
