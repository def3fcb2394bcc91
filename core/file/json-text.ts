import { parse, type DocumentNode, type MemberNode, type ValueNode } from '@humanwhocodes/momoa';
import type { FileProblem } from './file-problem.ts';

/** A text read as JSON, with the place of every value in it. */
export interface JsonText {
  value: unknown;
  /** Line and column, from 1, of the value at a path, or of the nearest that holds it. */
  placeOf: (path: readonly PropertyKey[]) => { line: number; column: number };
  /** Paths of properties that stand twice in their object. */
  twice: PropertyKey[][];
}

/** Reads JSON; what is no JSON is told with line and column. */
export function readJson(text: string): JsonText | FileProblem {
  let document: DocumentNode;
  try {
    document = parse(text.replace(/^\uFEFF/, ''), { mode: 'json' });
  } catch (error) {
    const { line = 1, column = 1, message } = error as Error & { line?: number; column?: number };
    const said = message.replace(/ \(\d+:\d+\)$/, '');
    const remedy = 'Correct it there, or look at what stands right before it.';
    return { path: '', line, column, message: `This is not JSON: ${said}`, remedy };
  }
  return {
    value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown,
    placeOf: (path) => placeOf(document.body, path),
    twice: twice(document.body, []),
  };
}

function placeOf(body: ValueNode, path: readonly PropertyKey[]) {
  let node: ValueNode = body;
  for (const key of path) {
    const inner = innerOf(node, key);
    if (!inner) break;
    node = inner;
  }
  const { line, column } = node.loc.start;
  return { line, column };
}

function innerOf(node: ValueNode, key: PropertyKey): ValueNode | undefined {
  if (node.type === 'Array') return node.elements[Number(key)]?.value;
  if (node.type !== 'Object') return undefined;
  return node.members.findLast(({ name }) => nameOf(name) === String(key))?.value;
}

function twice(node: ValueNode, path: PropertyKey[]): PropertyKey[][] {
  if (node.type === 'Array')
    return node.elements.flatMap(({ value }, index) => twice(value, [...path, index]));
  if (node.type !== 'Object') return [];
  const seen = new Set<string>();
  return node.members.flatMap(({ name, value }) => {
    const key = nameOf(name);
    const own = seen.has(key) ? [[...path, key]] : [];
    seen.add(key);
    return [...own, ...twice(value, [...path, key])];
  });
}

function nameOf(name: MemberNode['name']): string {
  return name.type === 'String' ? name.value : name.name;
}
