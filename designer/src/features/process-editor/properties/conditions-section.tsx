import type { Step } from '#core/drawing/step.ts';
import { editStep } from '../commands/steps/edit-step.ts';
import { putFilled } from '../commands/put-optional.ts';
import { rulesOf } from '../step-kinds/rules-of-kinds.ts';
import { useEdit, useIsOnRail } from '../state/editor-context.tsx';
import { ConditionField } from './inputs/condition-field.tsx';
import { Section } from './layout/section.tsx';

/** When the step is done at all, and when it must be. */
export function ConditionsSection({ stage, step }: { stage: string; step: Step }) {
  const edit = useEdit();
  const isOnRail = useIsOnRail(stage);
  const { id } = step;
  const setWhen = (text: string) =>
    edit((drawing) =>
      editStep(drawing, {
        stage,
        id,
        what: 'condition',
        typing: true,
        recipe: (target) => putFilled(target, 'when', text),
      }),
    );
  const setMandatory = (text: string) =>
    edit((drawing) =>
      editStep(drawing, {
        stage,
        id,
        what: 'when it is mandatory',
        typing: true,
        recipe: (target) => void (target.mandatory = text === '' ? true : text),
      }),
    );
  return (
    <Section title="Only if">
      <ConditionField
        label="The step is stepped over when this is false"
        value={step.when}
        path="when"
        placeholder="always"
        onChange={setWhen}
      />
      {!isOnRail && step.mandatory !== false && rulesOf(step).canBeMandatory && (
        <ConditionField
          label="Mandatory while this is true"
          value={typeof step.mandatory === 'string' ? step.mandatory : ''}
          path="mandatory"
          placeholder="always"
          onChange={setMandatory}
        />
      )}
    </Section>
  );
}
