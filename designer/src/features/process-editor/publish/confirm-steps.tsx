import { Checkbox, Stack } from '@mantine/core';
import styles from './publish-dialog.module.css';

interface ConfirmStepsProps {
  items: readonly { step: string; sentence: string }[];
  confirmed: readonly string[];
  onChange: (confirmed: string[]) => void;
}

/** Steps that reach customers or other systems earlier than in the live version: each is confirmed. */
export function ConfirmSteps({ items, confirmed, onChange }: ConfirmStepsProps) {
  if (items.length === 0) return null;
  const toggle = (step: string, isOn: boolean) =>
    onChange(isOn ? [...confirmed, step] : confirmed.filter((one) => one !== step));
  return (
    <section>
      <h3 className={styles.title}>To confirm: what starts earlier now and cannot be taken back</h3>
      <Stack gap="xs">
        {items.map(({ step, sentence }) => (
          <Checkbox
            key={step}
            label={sentence}
            checked={confirmed.includes(step)}
            onChange={(event) => toggle(step, event.currentTarget.checked)}
          />
        ))}
      </Stack>
    </section>
  );
}
