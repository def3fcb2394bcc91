import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { runNode } from '../process/run-node.ts';
import { SetupProblem } from '../setup-problem.ts';
import { buildIfChanged } from './source-hash.ts';

/** Generates prisma/generated when the schema, or Prisma itself, has changed. Answers whether it did. */
export function generatePrismaClient(): Promise<boolean> {
  return buildIfChanged(
    'prisma/generated',
    ['prisma/schema.prisma', 'package-lock.json'],
    generate,
  );
}

async function generate(): Promise<void> {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
  // Generating needs no engine, yet the command insists on having one and would download it: any program will do.
  const engine = { PRISMA_SCHEMA_ENGINE_BINARY: harmlessProgram() };
  const env = {
    ...process.env,
    ...engine,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  await runNode('Generating the Prisma client', [cli, 'generate', '--no-hints'], env);
}

function harmlessProgram(): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/bin', '/usr/bin'];
  const found = folders.map((folder) => join(folder, 'true')).find(isExecutable);
  if (found) return found;
  throw new SetupProblem('The program "true" was not found on PATH: add /usr/bin or /bin to PATH.');
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
