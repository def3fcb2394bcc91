import type { Stage } from '#core/drawing/stage.ts';
import type { Option } from './choice-field.tsx';

/** Stages in a choice, as people call them: by number and name. */
export function stageOptions(stages: readonly Stage[]): Option[] {
  return stages.map(({ id, name }, at) => ({ value: id, label: `${at + 1} ${name}` }));
}
