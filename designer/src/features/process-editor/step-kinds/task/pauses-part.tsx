import { Checkbox } from '@mantine/core';
import { pauseReasons, type PauseReason } from '#core/drawing/pause-reasons.ts';
import { putFilled } from '../../commands/put-optional.ts';
import styles from '../../properties/panel.module.css';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

const labels: Record<PauseReason, string> = {
  customer: 'Pause while waiting for customer',
  thirdParty: 'Pause while waiting for a third party',
  internal: 'Pause while sent back with a question',
};

/** For which reasons the person may stop the clock. */
export function PausesPart(props: StepFormProps<'task'>) {
  const { edit } = useStepEdit(props);
  const chosen = props.step.pauses ?? [];
  const toggle = (reason: PauseReason) =>
    edit('pauses', (task) => {
      const next = pauseReasons.filter((one) => (one === reason) !== chosen.includes(one));
      putFilled(task, 'pauses', next);
    });
  return (
    <div className={styles.stack} data-path="pauses" tabIndex={-1}>
      {pauseReasons.map((reason) => (
        <Checkbox
          key={reason}
          size="xs"
          label={labels[reason]}
          checked={chosen.includes(reason)}
          onChange={() => toggle(reason)}
        />
      ))}
    </div>
  );
}
