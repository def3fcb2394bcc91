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
      'variable-may-be-empty: The text of “Mail it” shows “contact.company”, which may be empty then. Add a fallback: {{ contact.company | default: "…" }}.',
      'variable-may-be-empty: The text of “Mail it” shows “Phone”, which may be empty then. Add a fallback: {{ deal.phone | default: "…" }}.',
    ]);
    expect(problemsOf('{{ contact.company | default: "you" }}')).toEqual([]);
  });

  it('cannot show a file, or what does not exist', () => {
    expect(problemsOf('{{ deal.scan }} {{ deal.colour }}')).toEqual([
      'unknown-variable: The text of “Mail it” shows “deal.scan”, which is a file. Name something else.',
      'unknown-variable: The text of “Mail it” shows “deal.colour”, which does not exist. Name something else.',
    ]);
  });
});
