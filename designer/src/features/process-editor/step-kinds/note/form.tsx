import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { TextField } from '../../properties/inputs/text-field.tsx';
import { Section } from '../../properties/layout/section.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

/** A text for whoever reads the process; a deal runs through it at once. */
export function NoteForm(props: StepFormProps<'note'>) {
  const { step, stage } = props;
  const { type } = useStepEdit(props);
  return (
    <>
      <Section title="Text">
        <TextField
          label="Note"
          value={step.text}
          path="text"
          required="A note needs a text."
          rows={6}
          maxLength={8000}
          onChange={(text) => type('text', (note) => void (note.text = text))}
        />
      </Section>
      <ConditionsSection stage={stage} step={step} />
      <StepMore {...props} />
    </>
  );
}
