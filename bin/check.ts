import { generatePrismaClient } from './build/prisma-client.ts';
import { step } from './progress.ts';
import { reasonOf } from './setup-problem.ts';
import { checks, runCheck } from './testing/checks.ts';

// npm run check: everything that can be said without running the product, all of it even if something is found.
const found: string[] = [];
await generatePrismaClient();
for (const check of checks) {
  await step(check.title, () => runCheck(check)).catch((error: unknown) =>
    found.push(reasonOf(error)),
  );
}
for (const problem of found) console.error(`\n${problem}`);
process.exitCode = found.length === 0 ? 0 : 1;
