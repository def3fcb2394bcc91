import { parse, type MemberNode, type ValueNode } from '@humanwhocodes/momoa';
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
export function readJson(given: string): JsonText | FileProblem {
  const text = given.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return notJson(text, error as Error);
  }
  const { body } = parse(text, { mode: 'json' });
  return { value, placeOf: (path) => placeOf(body, path), twice: twice(body, []) };
}

/** Engines name the place each in its own way, or not at all: the parser finds it. */
function notJson(text: string, { message }: Error): FileProblem {
  const fault = faultOf(text);
  const isCut = /end of|EOF/i.test(message) || isCutAt(text, fault.offset);
  const found = isCut ? endOf(text) : fault;
  const remedy = isCut
    ? 'Close what is open: a text, a list or an object.'
    : 'Correct it there, or look at what stands right before it.';
  const { line, column } = found;
  return { path: '', line, column, message: `This is not JSON: ${found.message}`, remedy };
}

function endOf(text: string) {
  const lines = text.trimEnd().split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1, message: 'it ends too early.' };
}

/** Whether the fault is the last thing written while something is still open. */
function isCutAt(text: string, offset: number): boolean {
  if (/[\s,:[\]{}]/.test(text.slice(offset).trim())) return false;
  const signsOnly = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
  const count = (pattern: RegExp) => signsOnly.match(pattern)?.length ?? 0;
  return count(/[[{]/g) > count(/[\]}]/g);
}

function faultOf(text: string) {
  try {
    parse(text, { mode: 'json' });
  } catch (error) {
    const { line = 1, column = 1, offset = 0, message } = error as Partial<ParseError> & Error;
    return { line, column, offset, message: said(message) };
  }
  return { line: 1, column: 1, offset: 0, message: 'it cannot be read.' };
}

type ParseError = { line: number; column: number; offset: number };

const signs: Readonly<Record<string, string>> = {
  LBrace: '"{"',
  RBrace: '"}"',
  LBracket: '"["',
  RBracket: '"]"',
  Comma: '","',
  Colon: '":"',
};

/** The parser's words, without the place and with signs as they are written. */
function said(message: string): string {
  const words = message.replace(/ \(\d+:\d+\)$/, '').replace('token ', '');
  return words.replace(/\b[LRC]\w+\b/, (name) => signs[name] ?? name);
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
