import type { StepOf } from '#core/drawing/step.ts';
import { putOptional } from '../../commands/put-optional.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { AddButton } from '../../properties/layout/add-button.tsx';
import { ChoiceField } from '../../properties/inputs/choice-field.tsx';
import { NumberField } from '../../properties/inputs/number-field.tsx';
import { OrderButtons } from '../../properties/layout/order-buttons.tsx';
import styles from '../../properties/panel.module.css';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

type Tiers = NonNullable<StepOf<'score'>['tiers']>;

/** From which sum a deal has which tier: the value of a choice field, from the highest. */
export function ScoreTiers(props: StepFormProps<'score'>) {
  const { tiers } = props.step;
  const { fields } = useDrawing();
  const { edit, type } = useStepEdit(props);
  const choices = fields.filter((field) => field.type === 'choice');
  const optionsOf = (id: string) => fields.find((field) => field.id === id)?.options ?? [];
  const put = (recipe: (target: Tiers) => void, typing = false) =>
    (typing ? type : edit)('tiers', (score) => {
      if (score.tiers) recipe(score.tiers);
    });
  const choose = (field: string) =>
    edit('tiers', (score) => {
      const options = optionsOf(field).slice(0, 10);
      const steps = options.map(({ value }, index) => ({
        value,
        least: (options.length - 1 - index) * 10,
      }));
      if (steps.length > 0) score.tiers = { field, steps };
    });
  return (
    <>
      <ChoiceField
        label="The tier goes into"
        value={tiers?.field}
        path="tiers.field"
        none="No tier"
        options={choices.map(({ id, label }) => ({ value: id, label }))}
        onChange={choose}
        onNone={() => edit('tiers', (score) => putOptional(score, 'tiers', undefined))}
      />
      {tiers?.steps.map((step, index) => (
        <div key={index} className={styles.cardHead}>
          <NumberField
            label={`Tier ${index + 1}: from`}
            hideLabel
            width={72}
            value={step.least}
            path={`tiers.steps.${index}.least`}
            min={-100_000}
            max={100_000}
            onChange={(least) =>
              put((target) => {
                const one = target.steps[index];
                if (one) one.least = least;
              }, true)
            }
          />
          <span className="meta">points up</span>
          <div className={styles.grow}>
            <ChoiceField
              label={`Tier ${index + 1}`}
              hideLabel
              value={step.value}
              path={`tiers.steps.${index}.value`}
              options={optionsOf(tiers.field)}
              onChange={(value) =>
                put((target) => {
                  const one = target.steps[index];
                  if (one) one.value = value;
                })
              }
            />
          </div>
          <OrderButtons
            name={`tier ${index + 1}`}
            index={index}
            count={1}
            onDelete={
              tiers.steps.length > 1
                ? () => put((target) => void target.steps.splice(index, 1))
                : undefined
            }
          />
        </div>
      ))}
      {tiers && tiers.steps.length < 10 && (
        <AddButton
          onClick={() =>
            put((target) => {
              const value = optionsOf(target.field)[0]?.value ?? 'none';
              target.steps.push({ value, least: 0 });
            })
          }
        >
          Add a tier
        </AddButton>
      )}
    </>
  );
}
