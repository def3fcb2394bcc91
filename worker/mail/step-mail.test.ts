import { describe, expect, it } from 'vitest';
import { drawingSchema } from '#core/drawing/drawing.ts';
import type { MailDeal } from './mail-variables.ts';
import { stepMail } from './step-mail.ts';

const deal: MailDeal = {
  number: 'D-7',
  title: 'Roof',
  valueMinor: 4_680_000n,
  currency: 'PLN',
  source: 'web',
  fields: { price: 123_45, offerOn: '2026-09-21', delivery: 'email', fits: true, place: '' },
  contact: { name: 'Ann\r\nBcc: all@x.test', email: 'ann@x.test', phone: null, company: null },
  owner: { name: 'Sam', email: 'sam@x.test' },
};

function mailOf(subject: string, body: string, stage = 's') {
  const drawing = drawingSchema.parse({
    schema: 1,
    name: 'Mail',
    currency: 'PLN',
    calendar: 'c',
    fields: [
      { id: 'price', label: 'Price', type: 'money' },
      { id: 'offerOn', label: 'Offer on', type: 'date' },
      { id: 'fits', label: 'Fits', type: 'boolean' },
      { id: 'place', label: 'Place', type: 'text' },
      {
        id: 'delivery',
        label: 'Delivery',
        type: 'choice',
        options: [{ value: 'email', label: 'E-mail' }],
      },
    ],
    policies: [],
    stages: [
      {
        id: 's',
        name: 'S',
        probability: 1,
        steps: [{ id: 'm', kind: 'email', name: 'M', subject, body }],
      },
    ],
    rails: [
      {
        id: 'r',
        name: 'R',
        from: 's',
        to: 's',
        trigger: { on: 'event', event: 'e' },
        steps: [{ id: 'm', kind: 'email', name: 'M', subject: `Rail: ${subject}`, body }],
      },
    ],
    outcomes: { won: { reasons: [] }, lost: { reasons: [] } },
  });
  return stepMail(drawing, { stage, step: 'm' }, deal);
}

describe('the mail of a step', () => {
  it('shows values in words that a customer can read', () => {
    const body =
      '{{ deal.price }} · {{ deal.value }} · {{ deal.offerOn }} · {{ deal.delivery }} · {{ deal.fits }}';
    expect(mailOf('x', body)).toMatchObject({
      text: '123.45\u00a0PLN · 46\u00a0800\u00a0PLN · 21 September 2026 · E-mail · yes',
    });
  });

  it('is found on a rail as well as in a stage', () => {
    expect(mailOf('Hello', 'x', 'r')).toMatchObject({ ok: true, subject: 'Rail: Hello' });
  });

  it('keeps a subject on one line, whatever a name holds', () => {
    expect(mailOf('For {{ contact.name }}', 'x')).toMatchObject({
      subject: 'For Ann Bcc: all@x.test',
    });
  });

  it('escapes everything in the HTML part and makes links of addresses', () => {
    const mail = mailOf('x', 'a <script>alert("1")</script>\nsee https://x.test/a?b=1&c=2.');
    expect(mail).toMatchObject({
      html: expect.stringContaining('a &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;<br>'),
    });
    expect(mail).toMatchObject({
      html: expect.stringContaining(
        '<a href="https://x.test/a?b=1&amp;c=2">https://x.test/a?b=1&amp;c=2</a>.',
      ),
    });
  });

  it('counts an empty text as absent, and so a field called size', () => {
    expect(mailOf('x', '{{ deal.size }}')).toEqual({ ok: false, why: 'render:deal.size' });
    expect(mailOf('x', '{% if deal.size %}a{% else %}b{% endif %}')).toMatchObject({ text: 'b' });
    expect(mailOf('x', '{{ deal.place }}')).toEqual({ ok: false, why: 'render:deal.place' });
    expect(mailOf('x', '{{ deal.place | default: "?" }}')).toMatchObject({ text: '?' });
  });
});
