/** A stage of a pattern, written short. */
export interface PatternStage {
  /** Steps by id: `task`, or a step without id and name. */
  steps: Record<string, 'task' | object>;
  /** `a>b`, `a.port>b`, `a.port+port>b`; with `^n` a rework link of at most n rounds. */
  links?: string[];
  exits?: object[];
}

/**
 * One of the workflow patterns (workflowpatterns.com) as it is drawn here, with a trace that is
 * allowed and one that ends in what must not happen. The words of a trace: `play-trace.ts`.
 */
export interface Pattern {
  /** Number of the control-flow pattern. */
  number: number;
  name: string;
  /** How it is drawn, in one sentence. */
  drawn: string;
  stages: PatternStage[];
  rails?: object[];
  allowed: string[];
  forbidden: string[];
}
