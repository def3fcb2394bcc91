import { SegmentedControl } from '@mantine/core';
import type { Assignee } from '#core/drawing/people.ts';
import { useEditor } from '../../state/editor-context.tsx';
import styles from '../panel.module.css';
import { ChoiceField } from './choice-field.tsx';
import { PoolFields } from './pool-fields.tsx';
import { roleNames } from './role-names.ts';

interface AssigneeFieldProps {
  value: Assignee;
  /** Path of the assignee in its element: `assign`, `to`. */
  path: string;
  onChange: (assignee: Assignee) => void;
  /** Names the choice, where there are several on a panel. */
  label?: string;
  /** Without the explanation, in lists. */
  brief?: boolean;
}

const kinds = [
  { value: 'owner', label: 'Owner' },
  { value: 'department', label: 'Department' },
  { value: 'person', label: 'Person' },
  { value: 'role', label: 'Role' },
];

const roles = Object.entries(roleNames).map(([value, label]) => ({ value, label }));

function helpFor(value: Assignee): string {
  switch (value.kind) {
    case 'owner':
      return 'The owner of the deal, whoever that is when the turn comes.';
    case 'person':
      return 'Always this person. A department keeps working when one is away.';
    case 'role':
      return 'Anybody of this role; whoever takes it first does it.';
    case 'department':
      return '';
  }
}

/** Who gets the work: the deal's owner, a department's pool, one person, or anybody of a role. */
export function AssigneeField({ value, path, onChange, label, brief }: AssigneeFieldProps) {
  const { departments, people } = useEditor().directory;
  const choose = (kind: string) => {
    if (kind === 'owner') onChange({ kind });
    if (kind === 'department') onChange({ kind, department: departments[0]?.key ?? 'none' });
    if (kind === 'person') onChange({ kind, person: people[0]?.id ?? 'none' });
    if (kind === 'role') onChange({ kind, role: 'manager' });
  };
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        data={kinds}
        value={value.kind}
        onChange={choose}
        aria-label={label ?? 'Who'}
      />
      {value.kind === 'department' && (
        <PoolFields value={value} path={path} onChange={onChange} brief={brief === true} />
      )}
      {value.kind === 'person' && (
        <ChoiceField
          label="Person"
          value={value.person}
          path={`${path}.person`}
          options={people
            .filter((one) => one.active)
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(person) => onChange({ kind: 'person', person })}
        />
      )}
      {value.kind === 'role' && (
        <ChoiceField
          label="Role"
          value={value.role}
          path={`${path}.role`}
          options={roles}
          onChange={(role) => onChange({ kind: 'role', role: role as keyof typeof roleNames })}
        />
      )}
      {brief !== true && value.kind !== 'department' && (
        <p className={styles.help}>{helpFor(value)}</p>
      )}
    </>
  );
}
