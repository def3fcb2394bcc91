import { shownFact } from '#core/simulation/fact-pattern.ts';
import type { Compared, Finding } from '#core/simulation/finding.ts';
import { pendingWords } from '#core/simulation/pending-words.ts';
import type { Simulation } from '#core/simulation/simulate.ts';

/** What is wrong with a scenario, as lines: where, what, what was possible or happened instead. */
export function findingText(file: string, finding: Finding): string {
  const { path, message, possible, compared } = finding;
  return [
    `${file}  ${finding.kind}  ${path}`,
    `  ${message}`,
    ...(possible?.length ? ['  Possible here:', ...possible.map((line) => `    ${line}`)] : []),
    ...(compared ? comparedLines(compared) : []),
  ].join('\n');
}

/** `+` was expected and is missing, `=` was expected and happened; the rest merely happened. */
function comparedLines(compared: Compared[]): string[] {
  if (compared.length === 0) return ['    (nothing happened)'];
  return compared.map((line) => {
    if ('missing' in line) return `  + ${JSON.stringify(line.missing)}`;
    return `  ${line.expected ? '=' : ' '} ${JSON.stringify(shownFact(line.fact))}`;
  });
}

/** How it ended: the outcome, or what the deal waits for. */
export function endText({ facts, findings, state, pending }: Simulation): string {
  const count = `${facts.length} facts`;
  const verdict =
    findings.length === 0 ? 'all as expected' : `${findings.length} not as the scenario says`;
  if (state.status !== 'open') return `${count}, ${verdict}. The deal is ${state.status}.`;
  const waits = pendingWords(pending).map((line) => `\n    ${line}`);
  return `${count}, ${verdict}. The deal is in stage ${state.stage} and waits for:${waits.join('')}`;
}
