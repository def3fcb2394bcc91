import { drawnFrame } from '#core/drawing/drawn-step.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { AssigneeField } from '../../properties/inputs/assignee-field.tsx';
import { ChoiceField } from '../../properties/inputs/choice-field.tsx';
import { Section } from '../../properties/layout/section.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

/** Hands over the deal, or a task of the same stage. */
export function AssignForm(props: StepFormProps<'assign'>) {
  const { step, stage } = props;
  const drawing = useDrawing();
  const { edit } = useStepEdit(props);
  const tasks = (drawnFrame(drawing, stage)?.steps ?? []).filter((one) => one.kind === 'task');
  return (
    <>
      <Section title="What">
        <ChoiceField
          label="Hand over"
          value={step.what === 'deal' ? 'deal' : step.what.step}
          path="what"
          options={[
            { value: 'deal', label: 'The deal' },
            ...tasks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(next) =>
            edit('what is handed over', (assign) => {
              assign.what = next === 'deal' ? 'deal' : { step: next };
            })
          }
        />
      </Section>
      <Section title="To whom" path="to">
        <AssigneeField
          value={step.to}
          path="to"
          onChange={(to) => edit('to whom', (assign) => void (assign.to = to))}
        />
      </Section>
      <ConditionsSection stage={stage} step={step} />
      <StepMore {...props} />
    </>
  );
}
