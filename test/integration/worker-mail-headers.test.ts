import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanDrawing } from '#core/definition/testing/clean-drawing.ts';
import { stepOf } from '#core/definition/testing/find.ts';
import { openSmtp, type Smtp } from '#worker/mail/smtp.ts';
import { smtpPatience } from '#worker/mail/smtp-patience.ts';
import { stepMail } from '#worker/mail/step-mail.ts';
import { startFaultyMailbox, type Mailbox } from '../support/mail.ts';

const MAILS = 60;
let mailbox: Mailbox & { stop: () => Promise<void> };
let smtp: Smtp;

beforeAll(async () => {
  mailbox = await startFaultyMailbox(() => undefined);
  const from = 'Sa\u202eles =?utf-8?B?aGk=?= <sales@stagewright.test>';
  smtp = openSmtp(mailbox.smtpUrl, from, smtpPatience());
});
afterAll(async () => {
  smtp?.close();
  await mailbox?.stop();
});

/** What people, or attackers, type as a name. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\nBcc: all@evil.test',
        '\nSubject: Won',
        '=?utf-8?B?UGFpZA==?=',
        '=?iso-8859-1?Q?=0D=0ABcc:_x@evil.test?=',
        '\u202e',
        '\u2066',
        '\u2028',
        '\u0000',
        '\ud800',
        '<x@evil.test>, ',
        '"; ',
        'Łódź',
        '👋🏽',
        'שלום',
      ),
      fc.string({ maxLength: 80, unit: 'grapheme' }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => `N${parts.join('')}`);

function mailFor(name: string) {
  const drawing = cleanDrawing();
  Object.assign(stepOf(drawing, 'email', 'send', 'mail'), {
    subject: 'For {{ contact.name }}, {{ deal.title }}',
    body: 'Dear {{ contact.name }}, see {{ deal.title }}.',
  });
  const contact = { name, email: 'ann@x.test', phone: null, company: null };
  const row = { number: 'D-1', title: name, valueMinor: null, currency: 'EUR', source: 'web' };
  const deal = { ...row, fields: {}, contact, owner: null };
  const mail = stepMail(drawing, { stage: 'send', step: 'mail' }, deal);
  if (!mail.ok) throw new Error(mail.why);
  return mail;
}

async function send(number: number, name: string) {
  const { subject, text, html } = mailFor(name);
  const to = `customer${number}@x.test`;
  const messageId = `<fuzz-${number}@stagewright.test>`;
  const delivery = await smtp.send(
    { messageId, to, subject, text, html, notice: false },
    async () => undefined,
  );
  expect(delivery, JSON.stringify(name)).toMatchObject({ result: 'accepted' });
  const [entry, ...others] = await mailbox.messages(to);
  expect(others).toEqual([]);
  return { entry: entry!, subject, mail: await mailbox.read(entry!.id), to };
}

describe('the headers of a mail', () => {
  it('hold one recipient and one subject, whatever a name or title contains', async () => {
    const names = fc.sample(nasty, MAILS);
    const sent = await Promise.all(names.map((name, number) => send(number, name)));
    for (const { entry, subject, mail, to } of sent) {
      expect(entry.to).toEqual([to]);
      const named = (wanted: string) =>
        mail.headers.filter(({ name }) => name.toLowerCase() === wanted);
      expect(named('subject'), subject).toHaveLength(1);
      expect(named('to')).toHaveLength(1);
      expect([...named('cc'), ...named('bcc')]).toEqual([]);
      const words = (text: string) => text.replace(/\s+/g, ' ').trim();
      expect(words(entry.subject)).toBe(words(subject));
      expect(entry.subject + mail.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    }
    const all = await mailbox.messages();
    expect(all.flatMap(({ to }) => to)).toHaveLength(MAILS);
  });

  it('take a list or a header in an address as no address at all', async () => {
    const to = 'a@x.test, b@x.test';
    const mail = { messageId: '<list@x.test>', subject: 's', text: 't', html: 't', notice: false };
    const delivery = await smtp.send({ ...mail, to }, async () => undefined);
    expect(delivery.result).not.toBe('accepted');
    expect(await mailbox.messages('b@x.test')).toEqual([]);
  });
});
