import { newMail } from '../../drawing/new-mail.ts';
import type { StepOf } from '../../drawing/step.ts';
import type { Problem } from '../problems/problem.ts';
import { eachStep, quoted, type RuleContext, type StepPlace } from './rule-context.ts';
import { inStep, problem } from '../problems/report.ts';
import type { HomeGraph } from '../flow/stage-graph.ts';

/** What a mail says is written, and what happens when it does not go is drawn (E27). */
export function* mails(context: RuleContext): Iterable<Problem> {
  for (const at of eachStep(context)) {
    const { home, step } = at;
    if (step.kind !== 'email') continue;
    if (isUnwritten(step)) {
      const message = `The text of ${quoted(step.name)} is the one that a new e-mail begins with: it says nothing. Write what the customer shall read.`;
      yield problem('mail-not-written', inStep(home, step, 'body'), message);
    }
    yield* notSent(at, step);
  }
}

/** Lines and blanks between the greeting and the signature do not make a text. */
function isUnwritten({ body }: StepOf<'email'>): boolean {
  const words = (text: string) => text.replace(/\s+/g, ' ').trim();
  return words(body) === words(newMail.body);
}

function* notSent({ graph, home }: StepPlace, step: StepOf<'email'>): Iterable<Problem> {
  if (isDrawn(graph, step.id) || isAddressKnown(graph, step.id)) return;
  const then =
    step.mandatory === false
      ? 'the deal goes on without it, and only its owner is told'
      : 'the deal waits there until a person decides';
  const message = `${quoted(step.name)} does not go when the contact has no address that works, and nothing is linked to “Not sent”: ${then}. Link “Not sent” to what is done instead.`;
  yield problem('mail-may-not-go', inStep(home, step, 'links'), message);
}

function isDrawn({ outgoing, rework }: HomeGraph, id: string): boolean {
  const links = [...(outgoing.get(id) ?? []), ...(rework.get(id) ?? [])];
  return links.some(({ ports }) => ports.includes('notSent'));
}

/** It comes only after another mail was sent to the same contact. */
function isAddressKnown({ incoming, steps }: HomeGraph, id: string): boolean {
  const seen = new Set<string>();
  for (let at = id; !seen.has(at);) {
    seen.add(at);
    const [link, ...others] = incoming.get(at) ?? [];
    if (!link || others.length > 0) return false;
    const isSent = link.ports.length > 0 && link.ports.every((port) => port === 'sent');
    if (steps.get(link.from)?.kind === 'email' && isSent) return true;
    at = link.from;
  }
  return false;
}
