import { describe, expect, it } from 'vitest';
import { validateDrawing } from '../validate.ts';
import { cleanDrawing } from '../testing/clean-drawing.ts';
import { stepOf } from '../testing/find.ts';

/** Problems of the mail's text: code and message. */
function problemsOf(body: string): string[] {
  const drawing = cleanDrawing();
  drawing.fields.push({ id: 'scan', label: 'Scan', type: 'file', personal: false, intake: 'no' });
  stepOf(drawing, 'email', 'send', 'mail').body = body;
  return validateDrawing(drawing).map(({ code, message }) => `${code}: ${message}`);
}

describe('mail templates', () => {
  it('may show what every deal has, and fields that are surely set when the mail goes', () => {
    const body = '{{ deal.number }} {{ contact.firstName }} {{ owner.email }} {{ deal.price }}';
    expect(problemsOf(body)).toEqual([]);
  });

  it('need a fallback for what may be empty', () => {
    expect(problemsOf('{{ contact.company }} {{ deal.phone }}')).toEqual([
      'variable-may-be-empty: The text of “Mail it” shows “contact.company”, which may be empty then (line 1, column 4). Add a fallback: {{ contact.company | default: "…" }}.',
      'variable-may-be-empty: The text of “Mail it” shows “Phone”, which may be empty then (line 1, column 26). Add a fallback: {{ deal.phone | default: "…" }}.',
    ]);
    expect(problemsOf('{{ contact.company | default: "you" }}')).toEqual([]);
  });

  it('cannot show a file, or what does not exist', () => {
    expect(problemsOf('{{ deal.scan }} {{ deal.colour }}')).toEqual([
      'unknown-variable: The text of “Mail it” shows “deal.scan”, which is a file (line 1, column 4). These exist: deal.number, deal.title, deal.value, deal.currency, deal.source, deal.place, deal.phone, deal.size and 12 more.',
      'unknown-variable: The text of “Mail it” shows “deal.colour”, which does not exist (line 1, column 20). These exist: deal.number, deal.title, deal.value, deal.currency, deal.source, deal.place, deal.phone, deal.size and 12 more.',
    ]);
  });

  it.each([
    [
      'Dear {{ name }}',
      'shows “name”, which does not exist (line 1, column 9). Write “contact.name” or “owner.name”.',
    ],
    [
      '{{ deal }}',
      'shows “deal”, which is a whole group of values (line 1, column 4). These exist: ',
    ],
    [
      'a\n{% nope %}',
      'uses the tag “nope”, which mails do not know. Use if, unless, case, for, assign, comment, and raw. See line 2, column 1.',
    ],
    ['{{ deal.price | money }}', 'uses the filter “money”, which mails do not know. Use default, '],
    [
      '{% if deal.price %}x',
      'has a block that is not closed: {% if deal.price %}. Close it with {% endif %}. See line 1, column 1.',
    ],
    [
      'x {{ contact.name }',
      'has a placeholder that is not closed: {{ contact.name }. Close it. See line 1, column 3.',
    ],
    ['{% include "a" %}', 'uses the tag “include”'],
    ['{% render "a" %}', 'uses the tag “render”'],
    ['{% layout "a" %}', 'uses the tag “layout”'],
    [
      '{{ deal[deal.place] }}',
      'looks a value up in brackets: deal[deal.place]. Write its name, such as deal.price. See line 1, column 4.',
    ],
    ['{{ deal[0] }}', 'looks a value up in brackets'],
    [
      '{% for i in (1..1000000000) %}x{% endfor %}',
      'goes round 1000000000 times; at most 100 are possible.',
    ],
    [
      '{% for i in (1..20) %}{% for j in (1..20) %}x{% endfor %}{% endfor %}',
      'goes round 400 times',
    ],
    ['{% for i in deal.place %}x{% endfor %}', 'goes through deal.place, which is no list.'],
    [
      '{% for i in (1..deal.size) %}x{% endfor %}',
      'goes through (1..deal.size), which is no list.',
    ],
    [
      '{% assign deal = "x" %}',
      'assigns “deal”. Take a name other than deal, contact, owner and forloop.',
    ],
    [
      '{% if deal.price %}{% assign x = "a" %}{% endif %}{{ x }}',
      'shows “x”, which is not assigned on every way there.',
    ],
    ['{{ contact.name contact.email }}', 'has an expression that cannot be read'],
    [
      '{% if deal.price > 100 %}x{% endif %}',
      'compares “deal.price” by size, which is words in a mail.',
    ],
    ['{% else %}', 'has else without the tag that it belongs to.'],
    ['{{ }}', 'is not valid: '],
    [`{{ contact.name${' | replace: "a", "aaaaaaaaaa"'.repeat(12)} }}`, 'could grow to '],
  ])('refuse %s', (body, said) => {
    expect(problemsOf(body)).toEqual([expect.stringContaining(`The text of “Mail it” ${said}`)]);
  });

  it.each([
    '{{ deal["price"] }} {{ contact["name"] | upcase }}',
    '{% raw %}{{ not.a.name }}{% endraw %} {% comment %}{{ nor.this }}{% nor_this %}{% endcomment %}',
    '{% # a remark %}x',
    '{% assign who = contact.company | default: contact.name %}Dear {{ who }}',
    '{% for i in (1..3) %}{{ i }}{% unless forloop.last %}, {% endunless %}{% endfor %}',
    '{% case deal.place %}{% when "Berlin" %}Hallo {{ deal.place }}{% else %}Hello{% endcase %}',
    '{% if deal.phone != blank and contact.company %}{{ deal.phone }} {{ contact.company }}{% endif %}',
    '{% unless deal.phone %}none{% else %}{{ deal.phone }}{% endunless %}',
    '{% if deal.phone == nil %}none{% else %}{{ deal.phone }}{% endif %}',
  ])('accept %s', (body) => {
    expect(problemsOf(body)).toEqual([]);
  });
});
