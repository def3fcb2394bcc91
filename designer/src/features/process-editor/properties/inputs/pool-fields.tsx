import { Checkbox } from '@mantine/core';
import type { Assignee, AssignStrategy } from '#core/drawing/people.ts';
import { putFilled, putOptional } from '../../commands/put-optional.ts';
import { useDrawing, useEditor } from '../../state/editor-context.tsx';
import styles from '../panel.module.css';
import { ChoiceField } from './choice-field.tsx';
import { ManyField } from './many-field.tsx';
import { NamesField } from './names-field.tsx';

type Pool = Extract<Assignee, { kind: 'department' }>;

const strategies: { value: AssignStrategy; label: string }[] = [
  { value: 'queue', label: 'Queue' },
  { value: 'roundRobin', label: 'In turn' },
  { value: 'leastLoaded', label: 'Least loaded' },
];

const strategyHelp: Record<AssignStrategy, string> = {
  queue: 'whoever claims it from the queue does it.',
  roundRobin: 'each in turn, absent ones are passed over.',
  leastLoaded: 'whoever has least to do, absent ones are passed over.',
};

interface PoolFieldsProps {
  value: Pool;
  path: string;
  onChange: (pool: Pool) => void;
  brief: boolean;
}

/** A skill or a territory that the person must have: tags, and fields whose value is one. */
function NeedsFields({ value, path, onChange }: Omit<PoolFieldsProps, 'brief'>) {
  const { fields } = useDrawing();
  const needs = value.needs ?? [];
  const tags = needs.flatMap((need) => ('tag' in need ? [need.tag] : []));
  const named = needs.flatMap((need) => ('field' in need ? [need.field] : []));
  const choices = fields.filter(({ type }) => type === 'choice' || type === 'text');
  const put = (nextTags: string[], nextFields: string[]) => {
    const next = [...nextTags.map((tag) => ({ tag })), ...nextFields.map((field) => ({ field }))];
    const pool = { ...value };
    putFilled(pool, 'needs', next.slice(0, 4));
    onChange(pool);
  };
  return (
    <>
      <NamesField
        label="Needs the skill"
        value={tags}
        path={`${path}.needs`}
        placeholder="Any: type a skill, Enter"
        max={4 - named.length}
        clean={(text) => text.trim().slice(0, 40)}
        onChange={(next) => put(next, named)}
      />
      <ManyField
        label="Needs the value of"
        value={named}
        path={`${path}.needs.field`}
        none="No field, such as the region"
        max={4 - tags.length}
        options={choices.map(({ id, label }) => ({ value: id, label }))}
        onChange={(next) => put(tags, next)}
      />
    </>
  );
}

/** A department's pool: how somebody of it is found, and what they must bring. */
export function PoolFields({ value, path, onChange, brief }: PoolFieldsProps) {
  const { departments } = useEditor().directory;
  const members = departments.find((one) => one.key === value.department)?.members;
  const by = value.by ?? 'queue';
  const people = members === undefined ? '' : `${members} ${members === 1 ? 'person' : 'people'}; `;
  const setBy = (next: string) => {
    const pool: Pool = { kind: 'department', department: value.department };
    if (next === 'queue') return onChange(pool);
    return onChange({ ...value, by: next as AssignStrategy });
  };
  return (
    <>
      <div className={styles.two}>
        <ChoiceField
          label="Department"
          value={value.department}
          path={`${path}.department`}
          options={departments.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(department) => onChange({ ...value, department })}
        />
        <ChoiceField
          label="Assign by"
          value={by}
          path={`${path}.by`}
          options={strategies}
          onChange={setBy}
        />
      </div>
      {!brief && <p className={styles.help}>{`${people}${strategyHelp[by]}`}</p>}
      {by !== 'queue' && (
        <>
          <Checkbox
            size="xs"
            label="The same person for the same company first"
            checked={value.sticky === true}
            onChange={() => {
              const pool = { ...value };
              putOptional(pool, 'sticky', value.sticky === true ? undefined : true);
              onChange(pool);
            }}
          />
          <NeedsFields value={value} path={path} onChange={onChange} />
        </>
      )}
    </>
  );
}
