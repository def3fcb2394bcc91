import { SegmentedControl, Select } from '@mantine/core';
import { putOptional } from '../../commands/put-optional.ts';
import { useIsOnRail } from '../../state/editor-context.tsx';
import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { DurationField } from '../../properties/inputs/duration-field.tsx';
import { eventName } from '../../properties/inputs/names-field.tsx';
import { TimingField } from '../../properties/inputs/timing-field.tsx';
import { TextField } from '../../properties/inputs/text-field.tsx';
import { Section } from '../../properties/layout/section.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

const kinds = [
  { value: 'time', label: 'Time or date' },
  { value: 'event', label: 'Event' },
];
const accepts = [
  { value: 'stageEntry', label: 'the stage was entered' },
  { value: 'start', label: 'the wait began' },
];

type EventWait = Extract<StepFormProps<'wait'>['step']['for'], { kind: 'event' }>;

function EventFields(props: StepFormProps<'wait'>) {
  const { edit, type } = useStepEdit(props);
  const awaited = props.step.for;
  if (awaited.kind !== 'event') return null;
  const put = (what: string, recipe: (target: EventWait) => void, typing = false) =>
    (typing ? type : edit)(what, (wait) => {
      if (wait.for.kind === 'event') recipe(wait.for);
    });
  return (
    <>
      <TextField
        label="Event"
        value={awaited.event}
        path="for.event"
        required="Name the event that is waited for."
        maxLength={40}
        description="As an integration sends it: letters, digits and _"
        onChange={(text) => {
          const event = eventName(text);
          if (event !== '') put('event', (target) => void (target.event = event), true);
        }}
      />
      <Select
        size="xs"
        label="Counts since"
        data={accepts}
        value={awaited.accepts}
        allowDeselect={false}
        onChange={(next) =>
          put('since when the event counts', (target) => {
            target.accepts = next === 'start' ? 'start' : 'stageEntry';
          })
        }
      />
      <DurationField
        label="At most"
        value={awaited.timeout}
        path="for.timeout"
        onChange={(timeout) => put('time-out', (target) => void (target.timeout = timeout), true)}
        onClear={() => put('time-out', (target) => putOptional(target, 'timeout', undefined))}
      />
    </>
  );
}

/** Waits for a while, until a date of the deal, or for an event with a time-out. */
export function WaitForm(props: StepFormProps<'wait'>) {
  const { step, stage } = props;
  const { edit, type } = useStepEdit(props);
  const awaited = step.for;
  const isOnRail = useIsOnRail(stage);
  const choose = (kind: string) =>
    edit('what is waited for', (wait) => {
      wait.for =
        kind === 'time'
          ? { kind, duration: { n: 2, unit: 'bd' } }
          : { kind: 'event', event: 'reply', accepts: 'stageEntry', timeout: { n: 3, unit: 'bd' } };
    });
  return (
    <>
      <Section title="Wait for" path="for">
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="Wait for"
          data={kinds}
          value={awaited.kind}
          onChange={choose}
        />
        {awaited.kind === 'time' && (
          <TimingField
            label={awaited.duration.from === 'field' ? 'Until' : 'For'}
            value={awaited.duration}
            path="for.duration"
            ready="its turn comes"
            noStage={isOnRail}
            onChange={(duration, typing) =>
              (typing ? type : edit)('duration', (wait) => {
                if (wait.for.kind === 'time') wait.for.duration = duration;
              })
            }
          />
        )}
        <EventFields {...props} />
      </Section>
      <ConditionsSection stage={stage} step={step} />
      <StepMore {...props} />
    </>
  );
}
