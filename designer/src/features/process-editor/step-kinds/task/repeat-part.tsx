import { Checkbox } from '@mantine/core';
import type { StepOf } from '#core/drawing/step.ts';
import { putOptional } from '../../commands/put-optional.ts';
import { DurationField } from '../../properties/inputs/duration-field.tsx';
import { ManyField } from '../../properties/inputs/many-field.tsx';
import { NumberField } from '../../properties/inputs/number-field.tsx';
import styles from '../../properties/panel.module.css';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

type Repeat = NonNullable<StepOf<'task'>['repeat']>;

/** A first rule: again after every outcome that does not pass. */
function firstRepeat({ outcomes }: StepOf<'task'>): Repeat {
  const failing = outcomes.filter((one) => !one.passes);
  const on = (failing.length > 0 ? failing : outcomes.slice(0, 1)).map((one) => one.id);
  return { on, max: 3, every: { n: 1, unit: 'bd' } };
}

/** Attempts of a task: after which outcomes it is done again, how often, and when. */
export function RepeatPart(props: StepFormProps<'task'>) {
  const { step } = props;
  const { repeat } = step;
  const { edit, type } = useStepEdit(props);
  const put = (recipe: (target: Repeat) => void, typing = false) =>
    (typing ? type : edit)('repeat', (task) => {
      if (task.repeat) recipe(task.repeat);
    });
  return (
    <div className={styles.part} data-path="repeat" tabIndex={-1}>
      <Checkbox
        size="xs"
        label="Try again after some outcomes"
        checked={repeat !== undefined}
        onChange={() =>
          edit('repeat', (task) =>
            putOptional(task, 'repeat', task.repeat ? undefined : firstRepeat(task)),
          )
        }
      />
      {repeat && (
        <>
          <ManyField
            label="Again after"
            value={repeat.on}
            path="repeat.on"
            none="Choose outcomes…"
            max={12}
            options={step.outcomes.map(({ id, label }) => ({ value: id, label }))}
            onChange={(on) => on.length > 0 && put((target) => void (target.on = on))}
          />
          <NumberField
            label="At most"
            value={repeat.max}
            path="repeat.max"
            min={2}
            max={50}
            unit="attempts"
            onChange={(max) => put((target) => void (target.max = max), true)}
          />
          <DurationField
            label="Next one after"
            value={repeat.every}
            path="repeat.every"
            onChange={(every) => put((target) => void (target.every = every), true)}
          />
          <p className={styles.help}>
            A link from “After the first attempt” starts what runs while it is tried again.
          </p>
        </>
      )}
    </div>
  );
}
