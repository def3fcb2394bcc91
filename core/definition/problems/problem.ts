import type { Severity } from './severity.ts';
import type { ProblemCode } from './problem-codes.ts';

export type ElementKind =
  'process' | 'stage' | 'step' | 'link' | 'exit' | 'field' | 'policy' | 'rail' | 'clock';

/** One change to the drawing; `path` holds keys and indices from its root (RFC 6902, unescaped). */
export interface PatchOperation {
  op: 'add' | 'replace' | 'remove';
  path: (string | number)[];
  value?: unknown;
}

/** A repair that can be applied as it stands to the drawing that was validated. */
export interface Fix {
  /** Names the button: a verb and what it does. */
  label: string;
  patch: PatchOperation[];
}

/** Something that keeps a drawing from being published (error) or deserves a look (warning). */
export interface Problem {
  code: ProblemCode;
  severity: Severity;
  /** '' for the process itself. */
  elementId: string;
  elementKind: ElementKind;
  /** The stage or rail that the element belongs to; absent for what all stages share. */
  stage?: string;
  /** Where in the element, for example `assign.department` or `form.2.field`. */
  fieldPath: string;
  /** Subject first, then the remedy; names of elements, never ids. */
  message: string;
  fix?: Fix;
}
