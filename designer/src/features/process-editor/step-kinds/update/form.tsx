import { useDrawing } from '../../state/editor-context.tsx';
import { AddButton } from '../../properties/layout/add-button.tsx';
import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { ChoiceField } from '../../properties/inputs/choice-field.tsx';
import { ConditionField } from '../../properties/inputs/condition-field.tsx';
import { OrderButtons } from '../../properties/layout/order-buttons.tsx';
import styles from '../../properties/panel.module.css';
import { Section } from '../../properties/layout/section.tsx';
import { UpdateDates } from './update-dates.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

/** Sets fields of the deal to values or to what expressions give. */
export function UpdateForm(props: StepFormProps<'update'>) {
  const { step, stage } = props;
  const { fields } = useDrawing();
  const { edit, type } = useStepEdit(props);
  const free = fields.find((field) => !step.set.some((one) => one.field === field.id));
  const options = fields.map(({ id, label }) => ({ value: id, label }));
  return (
    <>
      <Section
        title="Fields"
        path="set"
        action={
          <AddButton
            disabled={!free || step.set.length >= 20}
            onClick={() =>
              free &&
              edit('fields', (update) => void update.set.push({ field: free.id, value: '' }))
            }
          />
        }
      >
        {fields.length === 0 && <p className={styles.help}>The process has no fields yet.</p>}
        {step.set.map((one, index) => (
          <div key={index} className={styles.card}>
            <div className={styles.cardHead}>
              <div className={styles.grow}>
                <ChoiceField
                  label="Field"
                  hideLabel
                  value={one.field}
                  path={`set.${index}.field`}
                  options={options}
                  onChange={(field) =>
                    edit('fields', (update) => {
                      const target = update.set[index];
                      if (target) target.field = field;
                    })
                  }
                />
              </div>
              <OrderButtons
                name="this field"
                index={index}
                count={1}
                onDelete={() => edit('fields', (update) => void update.set.splice(index, 1))}
              />
            </div>
            <ConditionField
              label="Becomes"
              value={one.value}
              path={`set.${index}.value`}
              expected={{ field: one.field }}
              placeholder="deal.netPrice * 1.23"
              onChange={(value) =>
                type(`value ${index + 1}`, (update) => {
                  const target = update.set[index];
                  if (target) target.value = value;
                })
              }
            />
          </div>
        ))}
      </Section>
      <UpdateDates {...props} />
      <ConditionsSection stage={stage} step={step} />
      <StepMore {...props} />
    </>
  );
}
