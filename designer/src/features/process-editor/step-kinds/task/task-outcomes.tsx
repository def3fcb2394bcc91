import type { StepOf } from '#core/drawing/step.ts';
import { deletePort } from '../../commands/links/delete-port.ts';
import { useFollowers } from '../../properties/steps/followers.ts';
import { OutcomesEditor } from '../../properties/steps/outcomes-editor.tsx';
import type { StepFormProps } from '../../properties/steps/use-step-edit.ts';
import { useEdit } from '../../state/editor-context.tsx';

/** What is said of an outcome after which the task is tried again. */
function repeatText({ repeat }: StepOf<'task'>, outcome: string): string | undefined {
  return repeat?.on.includes(outcome) === true ? `again, ≤ ${repeat.max} attempts` : undefined;
}

/** How the task can end, and what follows each outcome; the links of an outcome are deleted with it. */
export function TaskOutcomes({ stage, step }: StepFormProps<'task'>) {
  const run = useEdit();
  const followers = useFollowers(stage, step.id);
  return (
    <OutcomesEditor
      stage={stage}
      step={step}
      title="Outcomes"
      onDelete={(outcome) => run((drawing) => deletePort(drawing, stage, step.id, outcome))}
      help={(outcome) => repeatText(step, outcome) ?? followers(outcome)}
    />
  );
}
