import { stopAllProcesses } from './process/managed-process.ts';
import { step, type Say } from './progress.ts';
import { reasonOf } from './setup-problem.ts';
import { runSteps, table } from './testing/run-steps.ts';
import { selectSteps, type TestStep } from './testing/test-steps.ts';

// npm test: every check and every test; npm test -- unit journey: those steps and what they need.
const total = { passed: 0, failed: 0 };

async function runStep({ title, run, speaks }: TestStep): Promise<void> {
  const work = async (say: Say) => {
    const result = await run(say);
    if (!result) return undefined;
    total.passed += result.passed;
    total.failed += result.failed;
    const numbers = `${result.passed} passed, ${result.failed} failed`;
    if (result.failed > 0) throw new Error(`${title}: ${numbers}, see above.`);
    return numbers;
  };
  await step(title, work, speaks);
}

async function main(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stopAllProcesses([]).then(() => process.exit(130)));
  }
  const started = Date.now();
  try {
    const { took, failures } = await runSteps(selectSteps(process.argv.slice(2)), runStep);
    console.log(`\n${table(took, (Date.now() - started) / 1000)}`);
    for (const failure of failures) reportFailure(failure);
  } catch (error) {
    reportFailure(reasonOf(error));
  }
  await stopAllProcesses([]);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}

function reportFailure(reason: string): void {
  console.error(`\n${reason}`);
  total.failed = Math.max(total.failed, 1);
}

await main();
