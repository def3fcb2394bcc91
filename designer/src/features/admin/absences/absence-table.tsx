import { Button } from '@mantine/core';
import { Instant } from '../../../ui/instant.tsx';
import { PersonName } from '../../../ui/initials.tsx';
import { StateChip } from '../../../ui/state-chip.tsx';
import type { Absence } from '../admin-data.ts';
import { AdminTable } from '../admin-table.tsx';

interface AbsenceTableProps {
  items: Absence[];
  mayEdit: (absence: Absence) => boolean;
  onOpen: (absence: Absence) => void;
  onDelete: (absence: Absence) => void;
}

/** Absences that have not ended, by their beginning. */
export function AbsenceTable({ items, mayEdit, onOpen, onDelete }: AbsenceTableProps) {
  return (
    <AdminTable
      label="Absences"
      items={items}
      keyOf={({ id }) => id}
      onOpen={onOpen}
      mayOpen={mayEdit}
      columns={[
        { title: 'Person', cell: ({ person }) => <PersonName name={person.name} /> },
        { title: 'Away from', cell: ({ from }) => <Instant at={from} /> },
        { title: 'Back', cell: ({ to }) => <Instant at={to} /> },
        {
          title: 'Substitute',
          cell: ({ substitute }) =>
            substitute ? (
              <PersonName name={substitute.name} />
            ) : (
              <span className="warn">nobody</span>
            ),
        },
        { title: 'New work', cell: (absence) => <NewWork absence={absence} /> },
        { title: 'Note', cell: ({ note }) => note ?? '' },
        {
          title: '',
          num: true,
          cell: (absence) =>
            mayEdit(absence) && (
              <Button
                size="xs"
                variant="subtle"
                aria-label={`Delete the absence of ${absence.person.name}`}
                onClick={() => onDelete(absence)}
              >
                Delete…
              </Button>
            ),
        },
      ]}
    />
  );
}

function NewWork({ absence: { substitute, mode, delegateAuthority } }: { absence: Absence }) {
  if (substitute === null) return <span className="mute">stays</span>;
  return (
    <span className="row">
      {mode === 'active' ? (
        <StateChip tone="accent">goes to the substitute</StateChip>
      ) : (
        <StateChip>the substitute may take it</StateChip>
      )}
      {delegateAuthority && <StateChip tone="line">decides too</StateChip>}
    </span>
  );
}
