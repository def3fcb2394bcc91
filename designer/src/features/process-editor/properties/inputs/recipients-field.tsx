import { MultiSelect } from '@mantine/core';
import type { Recipient } from '#core/drawing/people.ts';
import { useEditor, useProblemAt, type NamedDirectory } from '../../state/editor-context.tsx';

const roles = [
  { value: 'assignee', label: 'assignee' },
  { value: 'owner', label: 'owner' },
  { value: 'departmentLead', label: 'department lead' },
  { value: 'managers', label: 'sales managers' },
] as const;

function toValue(recipient: Recipient): string {
  return recipient.kind === 'person' ? `person:${recipient.person}` : recipient.kind;
}

function fromValue(value: string): Recipient | undefined {
  if (value.startsWith('person:')) return { kind: 'person', person: value.slice('person:'.length) };
  const role = roles.find((one) => one.value === value);
  return role && { kind: role.value };
}

/** Who is told, in words: `assignee, department lead`. */
export function recipientsText(to: readonly Recipient[], directory: NamedDirectory): string {
  const names = to.map((one) =>
    one.kind === 'person'
      ? (directory.people.find((person) => person.id === one.person)?.name ?? one.person)
      : (roles.find((role) => role.value === one.kind)?.label ?? one.kind),
  );
  return names.join(', ');
}

interface RecipientsFieldProps {
  label: string;
  value: readonly Recipient[];
  path: string;
  onChange: (to: Recipient[]) => void;
  hideLabel?: boolean;
  /** Nobody may be told. */
  optional?: boolean;
}

/** Who is told: roles that are resolved when it happens, and people. At least one unless optional. */
export function RecipientsField(props: RecipientsFieldProps) {
  const { label, value, path, onChange, hideLabel } = props;
  const { directory } = useEditor();
  const problem = useProblemAt(path);
  const people = directory.people
    .filter((person) => person.active)
    .map((person) => ({ value: `person:${person.id}`, label: person.name }));
  return (
    <MultiSelect
      size="xs"
      {...(hideLabel === true ? { 'aria-label': label } : { label })}
      data={[
        { group: 'Roles', items: [...roles] },
        { group: 'People', items: people },
      ]}
      value={value.map(toValue)}
      error={problem}
      searchable
      maxValues={8}
      data-path={path}
      onChange={(next) => {
        const to = next.map(fromValue).filter((one) => one !== undefined);
        if (to.length > 0 || props.optional === true) onChange(to);
      }}
    />
  );
}
