import { putOptional } from '../../commands/put-optional.ts';
import { AssigneeField } from '../inputs/assignee-field.tsx';
import { DurationField } from '../inputs/duration-field.tsx';
import { TextField } from '../inputs/text-field.tsx';
import { ConditionsSection } from '../conditions-section.tsx';
import { PolicySection } from '../policy-section.tsx';
import { Section } from '../section.tsx';
import { FormDesigner } from './form-designer.tsx';
import { OutcomesEditor } from './outcomes-editor.tsx';
import { ShownFacts } from './shown-facts.tsx';
import { useStepEdit, type StepFormProps } from './use-step-edit.ts';

/** A task, in the order of thought: who, when, what if late, what is asked, what comes out. */
export function TaskForm(props: StepFormProps<'task'>) {
  const { stage, step } = props;
  const { edit, type } = useStepEdit(props);
  return (
    <>
      <Section title="Who" path="assign">
        <AssigneeField
          value={step.assign}
          path="assign"
          onChange={(assign) => edit('who', (task) => void (task.assign = assign))}
        />
      </Section>
      <Section title="When">
        <DurationField
          label="Due after it is ready"
          value={step.due}
          path="due"
          placeholder="open"
          onChange={(due) => type('due', (task) => void (task.due = due))}
          onClear={() => edit('due', (task) => void delete task.due)}
        />
      </Section>
      {step.due !== undefined && (
        <PolicySection
          value={step.policy}
          onChange={(policy) => edit('policy', (task) => putOptional(task, 'policy', policy))}
        />
      )}
      <FormDesigner {...props} />
      <ShownFacts {...props} />
      <OutcomesEditor {...props} />
      <ConditionsSection stage={stage} step={step} />
      <Section title="Playbook" meta={wordCount(step.playbook)}>
        <TextField
          label="How it is done well"
          value={step.playbook ?? ''}
          path="playbook"
          rows={3}
          maxLength={8000}
          placeholder="Questions to ask, what to look at, when to stop"
          onChange={(text) =>
            type('playbook', (task) =>
              putOptional(task, 'playbook', text === '' ? undefined : text),
            )
          }
        />
      </Section>
    </>
  );
}

function wordCount(text: string | undefined): string | undefined {
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '').length;
  return words === 0 ? undefined : `${words} ${words === 1 ? 'word' : 'words'}`;
}
