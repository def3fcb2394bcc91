import { importsOf } from './imports.ts';
import { localTarget, type SourceFile } from './walls.ts';

/** Groups of files that import each other, directly or through others; imports of types count too. */
export function cycles(files: SourceFile[]): string[][] {
  const known = new Set(files.map(({ path }) => path));
  const imports = new Map(
    files.map(({ path, source }) => [
      path,
      importsOf(path, source)
        .map(({ specifier }) => localTarget(path, specifier))
        .filter((to): to is string => to !== undefined && known.has(to)),
    ]),
  );
  const found: string[][] = [];
  const done = new Set<string>();
  for (const start of known) visit(start, { imports, done, found, path: [] });
  return found;
}

interface Walk {
  imports: Map<string, string[]>;
  done: Set<string>;
  found: string[][];
  /** From where the walk began to the file that is looked at. */
  path: string[];
}

function visit(file: string, walk: Walk): void {
  const { imports, done, found, path } = walk;
  const at = path.indexOf(file);
  if (at >= 0) found.push([...path.slice(at), file]);
  if (at >= 0 || done.has(file)) return;
  path.push(file);
  for (const to of imports.get(file) ?? []) visit(to, walk);
  path.pop();
  done.add(file);
}
