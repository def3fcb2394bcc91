import type { Problem } from '../problems/problem.ts';
import { eachStep, quoted, type RuleContext } from './rule-context.ts';
import { inStage, inStep, problem } from '../problems/report.ts';

/** A stage is named as an action; names fit the board. */
export function* names(context: RuleContext): Iterable<Problem> {
  for (const { stage } of context.graphs) {
    if (isNoun(stage.name)) {
      const message = `${quoted(stage.name)} is no action. Begin the name with a verb, as in “Send the offer”.`;
      yield problem('stage-without-verb', inStage(stage, 'name'), message);
    }
    if (stage.name.length > 36 && !stage.shortName) {
      const message = `${quoted(stage.name)} is too long for the board. Shorten it, or add a short name.`;
      yield problem('name-long', inStage(stage, 'name'), message);
    }
  }
  for (const { home, step } of eachStep(context)) {
    if (step.name.length <= 48) continue;
    const message = `${quoted(step.name)} is too long for its card. Shorten it.`;
    yield problem('name-long', inStep(home, step, 'name'), message);
  }
}

const nouns = new Set(
  'appointment business closed closing contract customer deal decision demo discovery evaluation final first inbound initial lead leads legal lost meeting meetings negotiations new offer offers onboarding opportunity order orders outbound paperwork pipeline price pricing proposal proposals prospect prospects quote quotes sales signature stage technical the trial won'.split(
    ' ',
  ),
);
const verbs = new Set(
  'position mention question commission auction implement document compliment experiment'.split(
    ' ',
  ),
);

/**
 * Conservative: a name is taken for a noun when it is empty of verbs for sure, that is, its first
 * word is on the list, or ends as only nouns do. Unknown words pass.
 */
function isNoun(name: string): boolean {
  const words = name.trim().toLowerCase().split(/\s+/);
  const first = words[0]!.replace(/[^\p{L}]/gu, '');
  if (words.length > 1 && ['order', 'price', 'quote', 'trial'].includes(first)) return false;
  if (nouns.has(first)) return true;
  return first.length > 6 && /(?:tion|sion|ment|ance|ness)$/.test(first) && !verbs.has(first);
}
