import type { RunState } from '../run/state/run-state.ts';
import { matches, type FactPattern, type TimedFact } from './fact-pattern.ts';
import type { Compared, Finding } from './finding.ts';
import type { Scenario } from './scenario.ts';

/** Whether these facts hold the expected ones, in their order; other facts may stand between. */
export function expectFacts(path: string, facts: TimedFact[], expected: FactPattern[]): Finding[] {
  const compared: Compared[] = facts.map((fact) => ({ fact, expected: false }));
  let from = 0;
  let missing = 0;
  for (const pattern of expected) {
    const at = compared.findIndex((each, k) => k >= from && isMatch(each, pattern));
    if (at >= 0) {
      compared[at] = { ...compared[at], expected: true } as Compared;
      from = at + 1;
    } else {
      compared.splice(from, 0, { missing: pattern });
      from += 1;
      missing += 1;
    }
  }
  if (missing === 0) return [];
  const message = `${missing} of ${expected.length} expected facts did not happen, or not in this order.`;
  return [{ kind: 'difference', path, message, compared }];
}

function isMatch(compared: Compared, pattern: FactPattern): boolean {
  return 'fact' in compared && matches(pattern, compared.fact);
}

/** Whether something happened that never may. */
export function expectNever(facts: TimedFact[], never: FactPattern[] = []): Finding[] {
  return never.flatMap((pattern, index): Finding[] => {
    const found = facts.filter((fact) => matches(pattern, fact));
    if (found.length === 0) return [];
    const compared = found.map((fact) => ({ fact, expected: false }));
    const message = `${JSON.stringify(pattern)} happened, and it never may.`;
    return [{ kind: 'difference', path: `never[${index}]`, message, compared }];
  });
}

/** Whether the deal ended up as expected; `possible` says what it waits for. */
export function expectFinal(
  state: RunState,
  final: Scenario['final'],
  possible: string[],
): Finding[] {
  if (!final) return [];
  const { status, stage, outcome } = state;
  const actual = { status, stage, outcome: outcome?.kind, reasons: outcome?.reasons ?? [] };
  const names = ['status', 'stage', 'outcome', 'reasons'] as const;
  return names.flatMap((name): Finding[] => {
    const [wanted, is] = [final[name], actual[name]].map((each) => JSON.stringify(each) ?? 'none');
    if (final[name] === undefined || wanted === is) return [];
    const message = `The ${name} is ${is}, expected ${wanted}.`;
    return [{ kind: 'difference', path: `final.${name}`, message, possible }];
  });
}
