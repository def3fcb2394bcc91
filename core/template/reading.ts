import type { Token } from 'liquidjs';

/** Where something stands in a template; both begin with 1. */
export interface Spot {
  line: number;
  column: number;
}

/** A value that a template shows or asks for. */
export interface TemplateRead extends Spot {
  /** For example `deal.price`. */
  path: string;
  /** It has a fallback, is only asked for, or stands where it is known to be set. */
  guarded: boolean;
}

/** Something that no mail can be made of. */
export interface TemplateFault extends Spot {
  /** The end of a sentence that begins with the template, and the remedy. */
  what: string;
}

export interface TemplateReading {
  reads: TemplateRead[];
  faults: TemplateFault[];
  /** Names that are compared by size, which only numbers can be. */
  compared: TemplateRead[];
}

/** What is gathered while the tree is walked. */
export interface Walk extends TemplateReading {
  /** Longest text that a value can have. */
  longest: (path: string) => number;
  /** What `assign` names so far, with the longest text each can have. */
  locals: Map<string, number>;
  /** Characters that are worked on at most. */
  cost: number;
}

/** What holds at a place of the tree. */
export interface At {
  /** Paths and assigned names that surely have a value here. */
  known: ReadonlySet<string>;
  /** How often this place is passed at most. */
  turns: number;
  /** Names of the loops around it. */
  loops: readonly string[];
}

export function spotOf(token: Token): Spot {
  const [line = 1, column = 1] = token.getPosition();
  return { line, column };
}

export function refuse(walk: Walk, token: Token, what: string): void {
  walk.faults.push({ ...spotOf(token), what });
}
