import { putOptional } from '../../commands/put-optional.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { TargetFields, targetsFrom } from '../../properties/inputs/target-fields.tsx';
import { Section } from '../../properties/layout/section.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

/** Leaves the stage at once when it is reached: to a later stage, to Won or to Lost. */
export function LeaveForm(props: StepFormProps<'leave'>) {
  const { step, stage } = props;
  const drawing = useDrawing();
  const { edit } = useStepEdit(props);
  return (
    <>
      <Section title="Where to">
        <TargetFields
          options={targetsFrom(drawing, stage)}
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
      <StepMore {...props} />
    </>
  );
}
