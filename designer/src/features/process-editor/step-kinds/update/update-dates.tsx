import { putFilled } from '../../commands/put-optional.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { AddButton } from '../../properties/layout/add-button.tsx';
import { ChoiceField } from '../../properties/inputs/choice-field.tsx';
import { DurationField } from '../../properties/inputs/duration-field.tsx';
import { OrderButtons } from '../../properties/layout/order-buttons.tsx';
import styles from '../../properties/panel.module.css';
import { Section } from '../../properties/layout/section.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

/** Date fields that become the day some time after today. */
export function UpdateDates(props: StepFormProps<'update'>) {
  const { fields } = useDrawing();
  const { edit, type } = useStepEdit(props);
  const dates = props.step.dates ?? [];
  const options = fields
    .filter((field) => field.type === 'date')
    .map(({ id, label }) => ({ value: id, label }));
  const free = options.find(({ value }) => !dates.some((one) => one.field === value));
  const add = () =>
    free &&
    edit('dates', (update) => {
      update.dates = [...dates, { field: free.value, in: { n: 14, unit: 'd' } }];
    });
  const remove = (index: number) =>
    edit('dates', (update) => {
      const left = dates.filter((_one, at) => at !== index);
      putFilled(update, 'dates', left);
    });
  return (
    <Section
      title="Dates"
      meta="from today"
      path="dates"
      action={<AddButton disabled={!free || dates.length >= 20} onClick={add} />}
    >
      {options.length === 0 && <p className={styles.help}>The process has no date field yet.</p>}
      {dates.map((one, index) => (
        <div key={one.field} className={styles.card}>
          <div className={styles.cardHead}>
            <div className={styles.grow}>
              <ChoiceField
                label={`Date ${index + 1}`}
                hideLabel
                value={one.field}
                path={`dates.${index}.field`}
                options={options}
                onChange={(field) =>
                  edit('dates', (update) => {
                    const target = update.dates?.[index];
                    if (target) target.field = field;
                  })
                }
              />
            </div>
            <OrderButtons name="this date" index={index} count={1} onDelete={() => remove(index)} />
          </div>
          <DurationField
            label="Becomes today and"
            value={one.in}
            path={`dates.${index}.in`}
            onChange={(length) =>
              type(`date ${index + 1}`, (update) => {
                const target = update.dates?.[index];
                if (target) target.in = length;
              })
            }
          />
        </div>
      ))}
    </Section>
  );
}
