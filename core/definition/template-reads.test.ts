import { describe, expect, it } from 'vitest';
import { isBroken, templateReads } from './template-reads.ts';

const open = (template: string) =>
  templateReads(template)
    .filter(({ guarded }) => !guarded)
    .map(({ path }) => path);

describe('templateReads', () => {
  it('finds what a template shows', () => {
    expect(open('Dear {{contact.name}}, {{- deal.price | money -}} and {{ deal.size }}')).toEqual([
      'contact.name',
      'deal.price',
      'deal.size',
    ]);
  });

  it('takes a fallback as a guard, and does not look into quoted text', () => {
    expect(open('{{ deal.size | default: "deal.none" }} {{ "deal.text" }}')).toEqual([]);
  });

  it('takes an if that asks for the value as a guard, up to its else', () => {
    const template = '{% if deal.size %}{{ deal.size }}{% else %}{{ deal.size }}{% endif %}';
    expect(open(template)).toHaveLength(1);
    expect(open('{% if deal.a or deal.b %}{{ deal.a }}{% endif %}')).toEqual(['deal.a']);
    expect(open('{% if deal.a %}{% endif %}{{ deal.a }}')).toEqual(['deal.a']);
  });

  it('tells a placeholder that is not closed', () => {
    expect(isBroken('Dear {{ contact.name }')).toBe(true);
    expect(isBroken('Dear {% if deal.a')).toBe(true);
    expect(isBroken('Dear {{ contact.name }} { }')).toBe(false);
  });
});
