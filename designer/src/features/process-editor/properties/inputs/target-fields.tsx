import { isEndTarget, type Drawing } from '#core/drawing/drawing.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { ChoiceField, type Option } from './choice-field.tsx';
import { stageOptions } from './stage-options.ts';

/** Where one may go from a stage: later stages, won, lost. */
export function targetsFrom(drawing: Drawing, stage: string): Option[] {
  const index = drawing.stages.findIndex((one) => one.id === stage);
  return [
    ...stageOptions(drawing.stages).slice(index + 1),
    { value: 'won', label: 'Won' },
    { value: 'lost', label: 'Lost' },
  ];
}

/** Where an exit may lead: forward, and back to an earlier stage. */
export function exitTargets(drawing: Drawing, stage: string): Option[] {
  const index = drawing.stages.findIndex((one) => one.id === stage);
  const earlier = stageOptions(drawing.stages)
    .slice(0, Math.max(0, index))
    .map(({ value, label }) => ({ value, label: `Back to ${label}` }));
  return [...targetsFrom(drawing, stage), ...earlier];
}

interface TargetFieldsProps {
  options: readonly Option[];
  to: string;
  reason: string | undefined;
  /** True where nobody is asked for the reason when it happens. */
  askReason: boolean;
  onChange: (to: string, reason: string | undefined) => void;
}

/** The target of a way out and, at an end, the reason that is recorded. */
export function TargetFields({ to, options, reason, askReason, onChange }: TargetFieldsProps) {
  const drawing = useDrawing();
  const reasons = isEndTarget(to) ? drawing.outcomes[to].reasons : [];
  return (
    <>
      <ChoiceField
        label="To"
        value={to}
        path="to"
        options={options}
        onChange={(next) => onChange(next, undefined)}
      />
      {isEndTarget(to) && askReason && (
        <ChoiceField
          label="Reason that is recorded"
          value={reason}
          path="reason"
          none="None"
          options={reasons.map(({ id, label }) => ({ value: id, label }))}
          onChange={(next) => onChange(to, next)}
          onNone={() => onChange(to, undefined)}
        />
      )}
    </>
  );
}
