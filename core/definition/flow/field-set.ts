import type { Drawing } from '../../drawing/drawing.ts';
import type { ConditionChecker } from '../compiling/condition-checker.ts';
import type { RailGraph, StageGraph } from './stage-graph.ts';

/** Fields as a bit set: set operations on them stay cheap however many fields there are. */
export type FieldSet = bigint;

/** What the analysis looks at. */
export interface IndexedDrawing {
  drawing: Drawing;
  checker: ConditionChecker;
  graphs: StageGraph[];
  rails: RailGraph[];
  /** Place of each stage, from 0. */
  stageAt: Map<string, number>;
  /** The bit of each field in a `FieldSet`. */
  bits: Map<string, FieldSet>;
}
