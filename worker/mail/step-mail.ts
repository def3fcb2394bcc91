import type { Drawing } from '#core/drawing/drawing.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import { renderTemplate as render } from '#core/template/engine.ts';
import { headerText } from '#core/describe/plain-text.ts';
import { htmlBody } from './html-body.ts';
import { mailVariables, type MailDeal } from './mail-variables.ts';

export type Content =
  | {
      ok: true;
      subject: string;
      text: string;
      html: string;
      /** The outbox keeps no text of it: each attempt makes its own. */
      isSecret?: boolean;
    }
  | { ok: false; why: string };

/** The mail of an `email` step: the version's template with the deal as it is now. */
export function stepMail(
  drawing: Drawing,
  at: { stage: string; step: string },
  deal: MailDeal,
): Content {
  const step = drawnStep(drawing, at.stage, at.step);
  if (step?.kind !== 'email') return { ok: false, why: 'render:template' };
  const variables = mailVariables(drawing, deal);
  const subject = render(step.subject, variables);
  if (!subject.ok) return subject;
  const body = render(step.body, variables);
  if (!body.ok) return body;
  return {
    ok: true,
    subject: headerText(subject.text),
    text: body.text,
    html: htmlBody(body.text),
  };
}
