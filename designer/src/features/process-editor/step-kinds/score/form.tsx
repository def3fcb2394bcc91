import { useDrawing } from '../../state/editor-context.tsx';
import { AddButton } from '../../properties/layout/add-button.tsx';
import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { ChoiceField } from '../../properties/inputs/choice-field.tsx';
import { ConditionField } from '../../properties/inputs/condition-field.tsx';
import { NumberField } from '../../properties/inputs/number-field.tsx';
import { TextField } from '../../properties/inputs/text-field.tsx';
import { moveEntry, OrderButtons } from '../../properties/layout/order-buttons.tsx';
import styles from '../../properties/panel.module.css';
import { Section } from '../../properties/layout/section.tsx';
import { ScoreTiers } from './score-tiers.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

function RuleCard(props: StepFormProps<'score'> & { index: number }) {
  const { step, index } = props;
  const { edit, type } = useStepEdit(props);
  const rule = step.rules[index];
  if (!rule) return null;
  const put = (what: string, next: Partial<typeof rule>) =>
    type(`${what} of rule ${index + 1}`, (score) => {
      const target = score.rules[index];
      if (target) Object.assign(target, next);
    });
  const path = `rules.${index}`;
  return (
    <div className={styles.card} data-path={path} tabIndex={-1}>
      <div className={styles.cardHead}>
        <div className={styles.grow}>
          <TextField
            label={`Rule ${index + 1}`}
            hideLabel
            value={rule.label}
            path={`${path}.label`}
            required="A rule needs a name."
            maxLength={60}
            onChange={(label) => put('name', { label })}
          />
        </div>
        <NumberField
          label={`Points of rule ${index + 1}`}
          hideLabel
          width={64}
          value={rule.points}
          path={`${path}.points`}
          min={-1000}
          max={1000}
          onChange={(points) => put('points', { points })}
        />
        <OrderButtons
          name={rule.label}
          index={index}
          count={step.rules.length}
          onMove={(by) => edit('rules', (score) => moveEntry(score.rules, index, by))}
          onDelete={() => edit('rules', (score) => void score.rules.splice(index, 1))}
        />
      </div>
      <ConditionField
        label="If"
        value={rule.when}
        path={`${path}.when`}
        onChange={(when) => put('condition', { when })}
      />
    </div>
  );
}

/** Points for what is known of a deal, added up into a field, and a tier by the sum. */
export function ScoreForm(props: StepFormProps<'score'>) {
  const { step } = props;
  const { fields } = useDrawing();
  const { edit } = useStepEdit(props);
  const numbers = fields.filter((field) => field.type === 'number');
  const best = step.rules.reduce((sum, rule) => sum + Math.max(0, rule.points), 0);
  const add = (
    <AddButton
      disabled={step.rules.length >= 40}
      onClick={() =>
        edit('rules', (score) => {
          score.rules.push({ label: `Rule ${score.rules.length + 1}`, when: '', points: 10 });
        })
      }
    />
  );
  return (
    <>
      <Section title="Rules" meta={`at most ${best} points`} path="rules" action={add}>
        <div>
          {step.rules.map((_rule, index) => (
            <RuleCard key={index} {...props} index={index} />
          ))}
        </div>
      </Section>
      <Section title="Result">
        <ChoiceField
          label="The sum goes into"
          value={step.field}
          path="field"
          placeholder="No number field yet"
          options={numbers.map(({ id, label }) => ({ value: id, label }))}
          onChange={(field) => edit('field of the sum', (score) => void (score.field = field))}
        />
        <ScoreTiers {...props} />
      </Section>
      <ConditionsSection {...props} />
      <StepMore {...props} />
    </>
  );
}
