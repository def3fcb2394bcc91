import type { Timing } from '#core/drawing/timing.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import styles from '../panel.module.css';
import { CaseList } from './case-list.tsx';
import { ChoiceField } from './choice-field.tsx';
import { DurationField } from './duration-field.tsx';

type From = NonNullable<Timing['from']>;

interface TimingFieldProps {
  label: string;
  value: Timing | undefined;
  path: string;
  onChange: (timing: Timing, typing: boolean) => void;
  /** When given, the time may be emptied. */
  onClear?: () => void;
  placeholder?: string;
  /** What `ready` means here: `it is ready`, `the deal starts`. */
  ready: string;
  /** Whether it may count from the entry of the stage; not where there is none. */
  noStage?: boolean;
}

/** Puts what it is counted from; only a date of the deal may lie ahead, so the sign goes with it. */
function countedFrom(timing: Timing, from: From, firstDate: string | undefined): Timing {
  const { field, from: _old, ...rest } = timing;
  if (from === 'field') {
    const date = field ?? firstDate;
    return { ...rest, from, ...(date === undefined ? {} : { field: date }) };
  }
  const positive = { ...rest, n: Math.max(1, Math.abs(rest.n)) };
  return from === 'ready' ? positive : { ...positive, from };
}

const sides = [
  { value: 'before', label: 'before it' },
  { value: 'after', label: 'after it' },
];

/** The date of the deal, and on which side of it. */
function DateFields({
  value,
  path,
  onChange,
}: Pick<TimingFieldProps, 'path' | 'onChange'> & { value: Timing }) {
  const dates = useDrawing().fields.filter((field) => field.type === 'date');
  return (
    <div className={styles.two}>
      <ChoiceField
        label="Date of the deal"
        value={value.field}
        path={`${path}.field`}
        placeholder="No date field yet"
        options={dates.map(({ id, label }) => ({ value: id, label }))}
        onChange={(field) => onChange({ ...value, field }, false)}
      />
      <ChoiceField
        label="Before or after"
        value={value.n < 0 ? 'before' : 'after'}
        path={`${path}.side`}
        options={sides}
        onChange={(side) =>
          onChange({ ...value, n: Math.abs(value.n) * (side === 'before' ? -1 : 1) }, false)
        }
      />
    </div>
  );
}

/** How long something takes, what that is counted from, and other lengths by condition. */
export function TimingField(props: TimingFieldProps) {
  const { label, value, path, onChange, onClear, placeholder, ready, noStage } = props;
  const dates = useDrawing().fields.filter((field) => field.type === 'date');
  const froms = [
    { value: 'ready', label: ready },
    ...(noStage === true ? [] : [{ value: 'stageEntry', label: 'the stage is entered' }]),
    { value: 'field', label: 'a date of the deal' },
  ];
  const sign = value !== undefined && value.n < 0 ? -1 : 1;
  return (
    <>
      <DurationField
        label={label}
        value={value && { n: Math.abs(value.n), unit: value.unit }}
        path={path}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(onClear === undefined ? {} : { onClear })}
        onChange={({ n, unit }) => onChange({ ...value, n: n * sign + 0, unit }, true)}
      />
      {value && (
        <>
          <ChoiceField
            label="Counted from when"
            value={value.from ?? 'ready'}
            path={`${path}.from`}
            options={froms}
            onChange={(from) => onChange(countedFrom(value, from as From, dates[0]?.id), false)}
          />
          {value.from === 'field' && <DateFields value={value} path={path} onChange={onChange} />}
          <CaseList
            add="Another time by condition"
            cases={value.cases}
            path={`${path}.cases`}
            fresh={() => ({ when: '', n: value.n, unit: value.unit })}
            onChange={(cases, typing) => {
              const { cases: _old, ...rest } = value;
              onChange(cases ? { ...rest, cases } : rest, typing);
            }}
          >
            {(one, put, at) => (
              <DurationField
                label="Then"
                value={{ n: Math.abs(one.n), unit: one.unit }}
                path={at}
                onChange={({ n, unit }) => put({ ...one, n: n * sign + 0, unit }, true)}
              />
            )}
          </CaseList>
        </>
      )}
    </>
  );
}
