import { describe, expect, it } from 'vitest';
import { renderTemplate as render } from './engine.ts';

const variables = { deal: { price: '4 EUR' }, contact: { name: '<b>Ann</b>' } };

describe('a mail template', () => {
  it('shows values as they are', () => {
    expect(render('{{ contact.name }}: {{ deal.price }}', variables)).toEqual({
      ok: true,
      text: '<b>Ann</b>: 4 EUR',
    });
  });

  it.each([
    ['{{ deal.place }}', 'render:deal.place'],
    ['{{ owner.name }}', 'render:owner'],
    ['{{ deal.constructor }}', 'render:deal.constructor'],
    ['{{ deal.price', 'render:template'],
    ['{% include "package.json" %}', 'render:template'],
    ['{% for i in (1..1000000000) %}x{% endfor %}', 'render:template'],
  ])('refuses %s with %s', (template, why) => {
    expect(render(template, variables)).toEqual({ ok: false, why });
  });

  it.each([
    ['{{ deal.place | default: "open" }}', 'open'],
    ['{% if deal.place %}big{% else %}open{% endif %}', 'open'],
  ])('takes the fallback of %s', (template, text) => {
    expect(render(template, variables)).toEqual({ ok: true, text });
  });
});
