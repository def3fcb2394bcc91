import { reasonOf } from '../setup-problem.ts';
import type { TestStep } from './test-steps.ts';

/** What a step took, for the table at the end. */
export interface Took {
  readonly title: string;
  readonly seconds: number;
}

/**
 * Runs steps two at a time: those that show their own output one after the other, and beside them the quiet ones
 * (checks and builds), which leave a core idle when they run alone. Each waits for what it needs. After a failure
 * no further step begins; what runs already ends. Answers what each took, and why it failed, in the order of ending.
 */
export async function runSteps(
  steps: readonly TestStep[],
  run: (step: TestStep) => Promise<void>,
): Promise<{ took: Took[]; failures: string[] }> {
  const took: Took[] = [];
  const failures: string[] = [];
  const ends = new Map<string, Promise<void>>();
  const lanes = { quiet: Promise.resolve(), speaking: Promise.resolve() };
  for (const step of steps) {
    const lane = step.speaks ? 'speaking' : 'quiet';
    const needed = step.needs.flatMap((name) => ends.get(name) ?? []);
    lanes[lane] = Promise.all([lanes[lane], ...needed]).then(async () => {
      if (failures.length > 0) return;
      const started = Date.now();
      await run(step).catch((error: unknown) => failures.push(reasonOf(error)));
      took.push({ title: step.title, seconds: (Date.now() - started) / 1000 });
    });
    ends.set(step.name, lanes[lane]);
  }
  await Promise.all(ends.values());
  return { took, failures };
}

/** The steps with their seconds, one a line. Some ran beside others: the total is the time that passed. */
export function table(took: readonly Took[], total: number): string {
  const rows = [...took, { title: 'Altogether', seconds: total }];
  const width = Math.max(...rows.map(({ title }) => title.length));
  const line = ({ title, seconds }: Took) =>
    `  ${title.padEnd(width)}  ${seconds.toFixed(1).padStart(7)} s`;
  return rows.map(line).join('\n');
}
