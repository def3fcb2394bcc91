import type { DefinitionOf, StepDefinition } from '../../step-kinds/drawn-kinds.ts';

export type { ApproverDefinition } from '../../step-kinds/approval/drawn.ts';
export type { WorkDefinition } from '../../step-kinds/compiled-step.ts';
export type { StepDefinition };
export type TaskDefinition = DefinitionOf<'task'>;
export type EachDefinition = DefinitionOf<'each'>;
export type ApprovalDefinition = DefinitionOf<'approval'>;
export type WaitDefinition = DefinitionOf<'wait'>;
export type ProcessStepDefinition = DefinitionOf<'process'>;
export type ScoreDefinition = DefinitionOf<'score'>;
