import { holdersOf } from '../../state/selection.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { ChoiceField } from './choice-field.tsx';
import type { Trigger } from '#core/drawing/trigger.ts';

type StepTrigger = Extract<Trigger, { on: 'step' }>;

interface StepPlaceFieldProps {
  value: StepTrigger;
  path: string;
  onChange: (trigger: StepTrigger, typing: boolean) => void;
}

/** A step wherever it is drawn, by stage and name. */
export function StepPlaceField({ value, path, onChange }: StepPlaceFieldProps) {
  const drawing = useDrawing();
  const options = holdersOf(drawing).flatMap(({ id, name, steps }) =>
    steps.map((step) => ({ value: `${id}/${step.id}`, label: `${step.name} (${name})` })),
  );
  return (
    <ChoiceField
      label="Step"
      value={`${value.stage}/${value.step}`}
      path={`${path}.step`}
      options={options}
      onChange={(place) => {
        const [stage = '', step = ''] = place.split('/');
        onChange({ on: 'step', stage, step }, false);
      }}
    />
  );
}
