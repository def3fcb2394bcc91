import { useDrawing } from '../../state/editor-context.tsx';
import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { ManyField } from '../../properties/inputs/many-field.tsx';
import { TextField } from '../../properties/inputs/text-field.tsx';
import styles from '../../properties/panel.module.css';
import { Section } from '../../properties/layout/section.tsx';
import { PortsSection } from '../../properties/steps/ports-section.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

/** Tells another system, with the fields that it needs. */
export function WebhookForm(props: StepFormProps<'webhook'>) {
  const { step } = props;
  const { fields } = useDrawing();
  const { edit, type } = useStepEdit(props);
  return (
    <>
      <Section title="Where to">
        <TextField
          label="Address"
          value={step.url}
          path="url"
          required="Enter the address that is called."
          maxLength={500}
          placeholder="https://erp.example.com/hooks/offer"
          onChange={(url) => type('address', (webhook) => void (webhook.url = url))}
        />
        <p className={styles.help}>
          A POST with JSON. Each call is signed with the secret of your organisation (HMAC-SHA256 of
          its time and its text), so that the receiver knows it is yours. It is tried again for a
          day.
        </p>
      </Section>
      <Section title="What is sent" path="sends">
        <ManyField
          label="Fields of the deal"
          value={step.sends}
          path="sends"
          none="No field"
          max={60}
          options={fields.map(({ id, label }) => ({ value: id, label }))}
          onChange={(sends) => edit('sent fields', (webhook) => void (webhook.sends = sends))}
        />
      </Section>
      <PortsSection {...props} />
      <ConditionsSection {...props} />
      <StepMore {...props} />
    </>
  );
}
