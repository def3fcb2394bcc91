import { putOptional } from '../../commands/put-optional.ts';
import { ConditionsSection } from '../conditions-section.tsx';
import { TargetFields } from '../inputs/target-fields.tsx';
import { Section } from '../section.tsx';
import { useStepEdit, type StepFormProps } from './use-step-edit.ts';

/** Leaves the stage at once when it is reached: to a later stage, to Won or to Lost. */
export function LeaveForm(props: StepFormProps<'leave'>) {
  const { step, stage } = props;
  const { edit } = useStepEdit(props);
  return (
    <>
      <Section title="Where to">
        <TargetFields
          stage={stage}
          to={step.to}
          reason={step.reason}
          askReason
          onChange={(to, reason) =>
            edit('target', (leave) => {
              leave.to = to;
              putOptional(leave, 'reason', reason);
            })
          }
        />
      </Section>
      <ConditionsSection stage={stage} step={step} />
    </>
  );
}
