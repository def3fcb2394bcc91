import { posix } from 'node:path';
import { importsOf } from './imports.ts';

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  path: string;
  source: string;
}

const rooms = ['core', 'prisma', 'worker', 'api', 'designer', 'bin', 'test'];

/** Where a local import leads, relative to the repository; undefined for a package. */
export function localTarget(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
  if (specifier.startsWith('#')) return specifier.slice(1);
  return undefined;
}

const roomOf = (path: string) => rooms.find((room) => path.startsWith(`${room}/`)) ?? 'root';
const inFolder = (path: string, ...folders: string[]) =>
  folders.some((folder) => path.startsWith(`${folder}/`));
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('/testing/');

/** Which packages a part of `core` may use; the engine uses none. */
const corePackages: [folder: string, packages: string[]][] = [
  ['core/condition/evaluate.ts', []],
  ['core/drawing/check-value.ts', []],
  ['core/drawing/fit-value.ts', []],
  ['core/condition', ['zod', '@marcbachmann/cel-js']],
  ['core/time', ['zod', 'temporal-polyfill']],
  ['core/file', ['zod', '@humanwhocodes/momoa']],
  ['core/template', ['liquidjs']],
  ['core', ['zod']],
];

function mayUsePackage(from: string, specifier: string): boolean {
  if (isTest(from)) return true;
  if (roomOf(from) === 'core') {
    if (inEngine(from)) return false;
    const allowed = corePackages.find(([folder]) => from === folder || inFolder(from, folder))?.[1];
    return allowed?.includes(specifier) ?? false;
  }
  if (inFolder(from, 'worker/workflows')) return specifier === '@temporalio/workflow';
  return true;
}

/** The pure parts of `core` that the reducer uses at run time: its evaluator, the one check of values. */
const usedByRun = [
  'core/condition/evaluate.ts',
  'core/drawing/check-value.ts',
  'core/drawing/fit-value.ts',
];

/** Part of the engine: the reducer, and what each step kind does in a run. */
const inEngine = (path: string) =>
  inFolder(path, 'core/run') ||
  (inFolder(path, 'core/step-kinds') && !/\/drawn[-a-z]*\.ts$/.test(path));

/** The import table: may `from` import the local file `to`? */
function mayImport(from: string, to: string, typeOnly: boolean): boolean {
  if (isTest(from)) return true;
  const [own, other] = [roomOf(from), roomOf(to)];
  if (inEngine(from)) return typeOnly ? other === 'core' : inEngine(to) || usedByRun.includes(to);
  if (inFolder(from, 'worker/workflows'))
    return (
      other === 'core' ||
      inFolder(to, 'worker/workflows') ||
      (typeOnly && inFolder(to, 'worker/activities'))
    );
  if (inFolder(from, 'designer/src/features')) {
    const feature = from.split('/')[3];
    if (inFolder(to, 'designer/src/features')) return to.split('/')[3] === feature;
  }
  if (inFolder(to, 'worker/workflows') && own !== 'test')
    return own === 'api' ? typeOnly : own === 'worker' && typeOnly;
  if (own === other) return true;
  switch (own) {
    case 'core':
      return false;
    case 'prisma':
      return other === 'core' && /^prisma\/(seed|demo)/.test(from);
    case 'worker':
      return other === 'core' || other === 'prisma';
    case 'bin':
      return other === 'core' || other === 'prisma' || inFolder(to, 'api/exchange');
    case 'api':
      return other === 'core' || other === 'prisma';
    case 'designer':
      return other === 'core' || inFolder(to, 'api/contract');
    default:
      return true;
  }
}

/** Every import that crosses a wall, as "from → specifier". */
export function breaches(files: SourceFile[]): string[] {
  return files.flatMap(({ path, source }) =>
    importsOf(path, source)
      .filter(({ specifier, typeOnly }) => {
        const to = localTarget(path, specifier);
        return to === undefined
          ? !typeOnly && !mayUsePackage(path, specifier)
          : !mayImport(path, to, typeOnly);
      })
      .map(({ specifier }) => `${path} → ${specifier}`),
  );
}
