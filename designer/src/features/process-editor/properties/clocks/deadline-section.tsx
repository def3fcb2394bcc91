import { Switch } from '@mantine/core';
import type { Stage } from '#core/drawing/stage.ts';
import { editStage } from '../../commands/stages/edit-stage.ts';
import { putOptional } from '../../commands/put-optional.ts';
import { useDrawing, useEdit } from '../../state/editor-context.tsx';
import { ChoiceField } from '../inputs/choice-field.tsx';
import { TimingField } from '../inputs/timing-field.tsx';
import { Section } from '../layout/section.tsx';

const combines = [
  { value: 'earlier', label: 'the earlier one' },
  { value: 'agreed', label: 'the agreed date, as soon as it is set' },
];

type Deadline = NonNullable<Stage['deadline']>;

/** By when a deal should have left the stage: after a time, by a date of the deal, or the earlier. */
export function DeadlineSection({ stage }: { stage: Stage }) {
  const { fields, policies } = useDrawing();
  const edit = useEdit();
  const { deadline } = stage;
  const change = (recipe: (target: Deadline) => void, typing = false) =>
    edit((drawing) =>
      editStage(drawing, stage.id, {
        what: 'deadline',
        typing,
        recipe: (target) => {
          target.deadline ??= {};
          recipe(target.deadline);
        },
      }),
    );
  const toggle = (on: boolean) =>
    edit((drawing) =>
      editStage(drawing, stage.id, {
        what: 'deadline',
        recipe: (target) => {
          putOptional(target, 'deadline', on ? { after: { n: 5, unit: 'bd' } } : undefined);
          const policy = target.policy ?? policies[0]?.id;
          if (on) putOptional(target, 'policy', policy);
        },
      }),
    );
  const dates = fields.filter((field) => field.type === 'date');
  return (
    <Section
      title="Deadline"
      path="deadline"
      action={
        <Switch
          size="xs"
          aria-label="The stage has a deadline"
          checked={deadline !== undefined}
          onChange={(event) => toggle(event.currentTarget.checked)}
        />
      }
    >
      {deadline && (
        <>
          <TimingField
            label="After entering"
            value={deadline.after}
            path="deadline.after"
            ready="the stage is entered"
            noStage
            onChange={(after, typing) => change((target) => void (target.after = after), typing)}
            onClear={() => change((target) => putOptional(target, 'after', undefined))}
          />
          <ChoiceField
            label="Or on a date of the deal"
            value={deadline.field}
            path="deadline.field"
            none="No date field"
            options={dates.map(({ id, label }) => ({ value: id, label }))}
            onChange={(field) => change((target) => void (target.field = field))}
            onNone={() => change((target) => putOptional(target, 'field', undefined))}
          />
          {deadline.after && deadline.field !== undefined && (
            <ChoiceField
              label="Which of them counts"
              value={deadline.combine ?? 'earlier'}
              path="deadline.combine"
              options={combines}
              onChange={(combine) =>
                change((target) =>
                  putOptional(target, 'combine', combine === 'agreed' ? combine : undefined),
                )
              }
            />
          )}
        </>
      )}
    </Section>
  );
}
