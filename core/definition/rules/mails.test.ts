import { describe, expect, it } from 'vitest';
import { newMail } from '../../drawing/new-mail.ts';
import { cleanDrawing } from '../testing/clean-drawing.ts';
import { stageOf, stepOf } from '../testing/find.ts';
import { validateDrawing } from '../validate.ts';

type Change = (drawing: ReturnType<typeof cleanDrawing>) => unknown;

function codesOf(change: Change): string[] {
  const drawing = cleanDrawing();
  change(drawing);
  return validateDrawing(drawing).map(({ code }) => code);
}
const mail = (d: Parameters<Change>[0]) => stepOf(d, 'email', 'send', 'mail');
const link = (d: Parameters<Change>[0]) => stageOf(d, 'send').links[1]!;

describe('a mail that may not go', () => {
  it.each([
    ['a link for any port', (d) => (link(d).ports = [])],
    ['a link for what was sent alone', (d) => (link(d).ports = ['sent'])],
    ['an optional mail', (d) => ((link(d).ports = []), (mail(d).mandatory = false))],
  ] satisfies [string, Change][])('is warned of with %s', (_what, change) => {
    expect(codesOf(change)).toEqual(['mail-may-not-go']);
  });

  it('is none behind a mail to the same contact that was sent', () => {
    expect(
      codesOf((d) => {
        const { steps, links } = stageOf(d, 'send');
        const more = { name: 'More', mandatory: true, subject: 'More', body: 'x' };
        steps.push({ id: 'more', kind: 'email', ...more });
        links.push({ id: 'l9', from: 'mail', to: 'more', ports: ['sent'] });
      }),
    ).toEqual([]);
  });
});

describe('the text of a new mail', () => {
  it('is an error until something is written between greeting and signature', () => {
    expect(codesOf((d) => (mail(d).body = newMail.body))).toEqual(['mail-not-written']);
    expect(codesOf((d) => (mail(d).body = `${newMail.body}\n \n`))).toEqual(['mail-not-written']);
    const written = newMail.body.replace('\n\n\n\n', '\n\nHere is your offer.\n\n');
    expect(codesOf((d) => (mail(d).body = written))).toEqual([]);
  });
});
