import { describe, expect, it } from 'vitest';
import { elementId } from '#core/drawing/element-id.ts';
import { idFromLabel, newId } from './new-id.ts';

describe('ids of new elements', () => {
  it('are valid and differ', () => {
    const ids = Array.from({ length: 200 }, () => newId('link'));
    expect(new Set(ids).size).toBe(200);
    for (const id of ids) expect(elementId.safeParse(id).success).toBe(true);
  });

  it.each([
    ['Offer date', 'offerDate'],
    ['Net price (PLN)', 'netPricePln'],
    ['2nd phone', 'field2ndPhone'],
    ['Źródło światła', 'zrodloSwiatla'],
    ['—', 'field'],
  ])('come from the label %s as %s', (label, id) => {
    expect(idFromLabel(label, new Set())).toBe(id);
    expect(elementId.safeParse(idFromLabel(label, new Set())).success).toBe(true);
  });

  it('get a number when they are taken', () => {
    expect(idFromLabel('Price', new Set(['price', 'price2']))).toBe('price3');
  });
});
