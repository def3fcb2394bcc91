import type { Assignee } from '#core/drawing/people.ts';
import { putOptional } from '../../commands/put-optional.ts';
import { AssigneeField } from '../inputs/assignee-field.tsx';
import { CaseList } from '../inputs/case-list.tsx';
import { Section } from '../layout/section.tsx';
import { useStepEdit, type StepFormProps } from './use-step-edit.ts';

type AssignCase = { when: string; to: Assignee };

/** Who does the work, and who does it instead by condition. */
export function WhoSection(props: StepFormProps<'task'> | StepFormProps<'each'>) {
  const { stage, step } = props;
  const { edit, type } = useStepEdit<'task' | 'each'>({ stage, step });
  return (
    <Section title="Who" path="assign">
      <AssigneeField
        value={step.assign}
        path="assign"
        onChange={(assign) => edit('who', (work) => void (work.assign = assign))}
      />
      <CaseList<AssignCase>
        add="Somebody else by condition"
        cases={step.assignCases}
        path="assignCases"
        fresh={() => ({ when: '', to: { kind: 'owner' } })}
        onChange={(cases, typing) =>
          (typing ? type : edit)('who by condition', (work) =>
            putOptional(work, 'assignCases', cases),
          )
        }
      >
        {(one, put, path) => (
          <AssigneeField
            label={`Who, ${path}`}
            value={one.to}
            path={`${path}.to`}
            brief
            onChange={(to) => put({ ...one, to })}
          />
        )}
      </CaseList>
    </Section>
  );
}
