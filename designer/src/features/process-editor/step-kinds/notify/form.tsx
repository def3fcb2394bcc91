import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { RecipientsField } from '../../properties/inputs/recipients-field.tsx';
import { TextField } from '../../properties/inputs/text-field.tsx';
import { Section } from '../../properties/layout/section.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

/** Tells people inside the company; it never holds a deal up. */
export function NotifyForm(props: StepFormProps<'notify'>) {
  const { step, stage } = props;
  const { edit, type } = useStepEdit(props);
  return (
    <>
      <Section title="Who and what">
        <RecipientsField
          label="Tell"
          value={step.to}
          path="to"
          onChange={(to) => edit('who is told', (notify) => void (notify.to = to))}
        />
        <TextField
          label="Message"
          value={step.message}
          path="message"
          required="A notice needs a text."
          rows={3}
          maxLength={500}
          onChange={(text) => type('message', (notify) => void (notify.message = text))}
        />
      </Section>
      <ConditionsSection stage={stage} step={step} />
      <StepMore {...props} />
    </>
  );
}
