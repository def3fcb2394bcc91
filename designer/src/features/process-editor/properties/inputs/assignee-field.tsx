import { SegmentedControl } from '@mantine/core';
import type { Assignee } from '#core/drawing/people.ts';
import { useEditor } from '../../state/editor-context.tsx';
import styles from '../panel.module.css';
import { ChoiceField } from './choice-field.tsx';

interface AssigneeFieldProps {
  value: Assignee;
  /** Path of the assignee in its element: `assign`, `to`. */
  path: string;
  onChange: (assignee: Assignee) => void;
}

const kinds = [
  { value: 'owner', label: 'Owner' },
  { value: 'department', label: 'Department' },
  { value: 'person', label: 'Person' },
];

function helpFor(value: Assignee, members: number | undefined): string {
  if (value.kind === 'owner') return 'The owner of the deal, whoever that is when the turn comes.';
  if (value.kind === 'person')
    return 'Always this person. A department keeps working when one is away.';
  const people = members === undefined ? '' : `${members} ${members === 1 ? 'person' : 'people'}; `;
  return `${people}whoever claims it from the department’s queue does it.`;
}

/** Who gets the work: the deal's owner, a department's queue, or one person. */
export function AssigneeField({ value, path, onChange }: AssigneeFieldProps) {
  const { departments, people } = useEditor().directory;
  const department = value.kind === 'department' ? value.department : undefined;
  const members = departments.find((one) => one.key === department)?.members;
  const choose = (kind: string) => {
    if (kind === 'owner') onChange({ kind });
    if (kind === 'department') onChange({ kind, department: departments[0]?.key ?? 'none' });
    if (kind === 'person') onChange({ kind, person: people[0]?.id ?? 'none' });
  };
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        data={kinds}
        value={value.kind}
        onChange={choose}
        aria-label="Who"
      />
      {value.kind === 'department' && (
        <ChoiceField
          label="Department"
          value={value.department}
          path={`${path}.department`}
          options={departments.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(next) => onChange({ kind: 'department', department: next })}
        />
      )}
      {value.kind === 'person' && (
        <ChoiceField
          label="Person"
          value={value.person}
          path={`${path}.person`}
          options={people
            .filter((one) => one.active)
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => onChange({ kind: 'person', person: next })}
        />
      )}
      <p className={styles.help}>{helpFor(value, members)}</p>
    </>
  );
}
