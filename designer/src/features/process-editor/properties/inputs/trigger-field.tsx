import type { Rail } from '#core/drawing/rail.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import styles from '../panel.module.css';
import { ChoiceField } from './choice-field.tsx';
import { ConditionField } from './condition-field.tsx';
import { DurationField } from './duration-field.tsx';
import { eventName, NamesField } from './names-field.tsx';
import { stageOptions } from './stage-options.ts';
import { StepPlaceField } from './step-place-field.tsx';
import { TextField } from './text-field.tsx';

/** What sets off a rail; a clock knows all of them but silence. */
export type AnyTrigger = Rail['trigger'];
export type TriggerOf<On extends AnyTrigger['on']> = Extract<AnyTrigger, { on: On }>;

const names: Record<AnyTrigger['on'], string> = {
  start: 'The deal starts',
  stage: 'A stage is entered',
  step: 'A step is done',
  event: 'An event comes',
  when: 'A condition becomes true',
  silence: 'Nothing has happened for a while',
};

interface TriggerFieldProps<T extends AnyTrigger> {
  label: string;
  value: T | undefined;
  path: string;
  onChange: (trigger: T, typing: boolean) => void;
  /** When given, there may be none, and this says what that means. */
  none?: string;
  onNone?: () => void;
  kinds: readonly T['on'][];
}

/** What sets something in motion that belongs to no single step. */
export function TriggerField<T extends AnyTrigger>(props: TriggerFieldProps<T>) {
  const { label, value, path, none, onNone, kinds } = props;
  const drawing = useDrawing();
  const change = props.onChange as (trigger: AnyTrigger, typing: boolean) => void;
  const [first] = drawing.stages;
  const fresh = (on: AnyTrigger['on']): AnyTrigger => {
    const stage = first?.id ?? 'none';
    if (on === 'start') return { on };
    if (on === 'event') return { on, event: 'reply' };
    if (on === 'stage') return { on, stage };
    if (on === 'step') return { on, stage, step: first?.steps[0]?.id ?? 'none' };
    if (on === 'when') return { on, when: '' };
    return { on, after: { n: 10, unit: 'bd' }, events: ['reply'] };
  };
  return (
    <div className={styles.stack} data-path={path} tabIndex={-1}>
      <ChoiceField
        label={label}
        value={value?.on}
        path={`${path}.on`}
        {...(none === undefined ? {} : { none })}
        {...(onNone === undefined ? {} : { onNone })}
        options={kinds.map((on) => ({ value: on, label: names[on] }))}
        onChange={(on) => change(fresh(on as AnyTrigger['on']), false)}
      />
      {value && <Details value={value} path={path} label={label} onChange={change} />}
    </div>
  );
}

interface DetailsProps {
  value: AnyTrigger;
  label: string;
  path: string;
  onChange: (trigger: AnyTrigger, typing: boolean) => void;
}

function Details({ value, path, label, onChange }: DetailsProps) {
  const { stages } = useDrawing();
  switch (value.on) {
    case 'start':
      return null;
    case 'event':
      return (
        <TextField
          label="Event"
          value={value.event}
          path={`${path}.event`}
          required="Name the event."
          maxLength={40}
          onChange={(text) => {
            const event = eventName(text);
            if (event !== '') onChange({ on: 'event', event }, true);
          }}
        />
      );
    case 'stage':
      return (
        <ChoiceField
          label="Stage"
          value={value.stage}
          path={`${path}.stage`}
          options={stageOptions(stages)}
          onChange={(stage) => onChange({ on: 'stage', stage }, false)}
        />
      );
    case 'step':
      return <StepPlaceField value={value} path={path} onChange={onChange} />;
    case 'when':
      return (
        <ConditionField
          label={`${label}: condition`}
          value={value.when}
          path={`${path}.when`}
          onChange={(when) => onChange({ on: 'when', when }, true)}
        />
      );
    case 'silence':
      return <SilenceFields value={value} path={path} onChange={onChange} />;
  }
}

interface SilenceProps {
  value: TriggerOf<'silence'>;
  path: string;
  onChange: (trigger: AnyTrigger, typing: boolean) => void;
}

function SilenceFields({ value, path, onChange }: SilenceProps) {
  return (
    <>
      <DurationField
        label="After"
        value={value.after}
        path={`${path}.after`}
        onChange={(after) => onChange({ ...value, after }, true)}
      />
      <NamesField
        label="Without any of these events"
        value={value.events}
        path={`${path}.events`}
        placeholder="Type an event, Enter"
        max={20}
        clean={eventName}
        onChange={(events) => events.length > 0 && onChange({ ...value, events }, false)}
      />
      <p className={styles.help}>Each of them stops the steps, and the silence is measured anew.</p>
    </>
  );
}
