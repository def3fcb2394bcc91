import type { Problem } from '../problems/problem.ts';
import { inStep, problem } from '../problems/report.ts';
import { eachStep, quoted, type RuleContext } from './rule-context.ts';
import { webhookTarget, type WebhookFault } from '../naming/webhook-target.ts';

const reasons: Record<WebhookFault, string> = {
  placeholder: 'has a placeholder, which is not filled in. Write the whole address',
  malformed: 'is no address. Write one like https://example.com/hook',
  credentials: 'holds a name or password. Leave them out: every call is signed',
  insecure: 'is not encrypted. Begin it with https://',
  private: 'lies in a private network, which is not called. Write a public address',
};

/** A webhook calls a public address over https, fixed when it is drawn. */
export function* webhooks(context: RuleContext): Iterable<Problem> {
  for (const { home, step } of eachStep(context)) {
    if (step.kind !== 'webhook') continue;
    const target = webhookTarget(step.url);
    const place = inStep(home, step, 'url');
    if (target === 'local') {
      const message = `${quoted(step.name)} calls the machine that it runs on. Write a public address before customers use it.`;
      yield problem('webhook-local', place, message);
    } else if (target !== 'public') {
      const message = `The address of ${quoted(step.name)} ${reasons[target]}.`;
      yield problem('webhook-url', place, message);
    }
  }
}
