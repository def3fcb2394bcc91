import { describe, expect, it } from 'vitest';
import { checkCondition } from './check.ts';
import { describeCondition } from './describe.ts';
import { sampleScope } from './testing/any-condition.ts';

const labels: Record<string, string> = {
  margin: 'Margin',
  count: 'Panels',
  city: 'City',
  site: 'Site',
  signedOn: 'Signed on',
  owner: 'Owns the roof',
  wishes: 'Wishes',
  phone: 'Phone',
};

function described(text: string): string {
  const checked = checkCondition(text, sampleScope, 'bool');
  if (!checked.ok) throw new Error(checked.message);
  return describeCondition(checked.condition, (field) => labels[field] ?? field);
}

describe('describeCondition', () => {
  it.each([
    ['deal.margin < 15', 'Margin is under 15'],
    ['15 > deal.margin', 'Margin is under 15'],
    ['deal.margin >= -2', 'Margin is at least -2'],
    ['deal.signedOn < "2026-12-31"', 'Signed on is before 2026-12-31'],
    ['deal.owner', 'Owns the roof is yes'],
    ['!deal.owner', 'Owns the roof is no'],
    ['deal.owner == false', 'Owns the roof is no'],
    ['has(deal.phone)', 'Phone is set'],
    ['!has(deal.phone)', 'Phone is not set'],
    ['deal.margin < 15 && deal.site == "roof"', 'Margin is under 15 and Site is roof'],
    [
      'deal.owner && deal.margin < 15 && (deal.count > 3 || deal.count == 0)',
      'Owns the roof is yes and Margin is under 15 and (Panels is over 3 or Panels is 0)',
    ],
    ['!(deal.margin < 15)', 'not (Margin is under 15)'],
    ['deal.site in ["roof", "ground"]', 'Site is one of roof, ground'],
    ['!(deal.site in ["roof", "ground"])', 'Site is none of roof, ground'],
    ['"roof" in deal.wishes', 'Wishes includes roof'],
    ['!("roof" in deal.wishes)', 'Wishes does not include roof'],
    ['deal.city.startsWith("Wro")', 'City starts with Wro'],
    ['size(deal.wishes) > 2', 'the number in Wishes is over 2'],
    ['deal.margin * (deal.count + 1) > 3', 'Margin × (Panels + 1) is over 3'],
    [
      'has(deal.margin) ? deal.margin < 15 : deal.owner',
      'if Margin is set: Margin is under 15, otherwise: Owns the roof is yes',
    ],
    [
      '(has(deal.margin) ? deal.margin : 0) < 15',
      '(Margin if Margin is set, otherwise 0) is under 15',
    ],
    ['deal.wishes.all(x, x == "roof")', 'for each x of Wishes: x is roof'],
    ['deal.wishes.exists(x, x == deal.city)', 'for at least one x of Wishes: x is City'],
    ['true', 'always'],
  ])('%s', (text, sentence) => {
    expect(described(text)).toBe(sentence);
  });

  it('shows values as the field shows them', () => {
    const checked = checkCondition(
      'deal.site in ["roof"] && 500000 < deal.value',
      sampleScope,
      'bool',
    );
    if (!checked.ok) throw new Error(checked.message);
    const text = describeCondition(
      checked.condition,
      (field) => field,
      (field, value) => (field === 'value' ? `€ ${Number(value) / 100}` : `the ${String(value)}`),
    );
    expect(text).toBe('site is one of the roof and value is over € 5000');
  });
});
