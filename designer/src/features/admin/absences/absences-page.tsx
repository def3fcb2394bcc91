import { Button } from '@mantine/core';
import { IconBeach, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '../../../lib/api-client.ts';
import { useSession } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx';
import { QueryState } from '../../../ui/feedback/query-state.tsx';
import { AbsenceForm } from './absence-form.tsx';
import { AbsenceTable } from './absence-table.tsx';
import type { Absence } from '../admin-data.ts';
import styles from '../admin.module.css';
import { DeleteAbsence } from './delete-absence.tsx';
import { useEdit } from '../use-edit.ts';

/** One's own absences and those one stands in for; for those who plan work everybody's. */
export function AbsencesPage() {
  const { person } = useSession();
  const { edit, open, close } = useEdit();
  const [deleting, setDeleting] = useState<Absence>();
  const query = useQuery(orpc.absences.list.queryOptions());
  const people = useQuery(orpc.absences.people.queryOptions());
  const edited = query.data?.items.find(({ id }) => id === edit);
  const seesAll = person.role !== 'sales' && person.role !== 'member';
  const leads = person.role === 'admin' || person.role === 'manager';
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => open('new')}>
      Add absence
    </Button>
  );
  return (
    <>
      <PageHeader title="Absences" meta={query.data ? `${query.data.items.length}` : undefined}>
        {add}
      </PageHeader>
      <div className={styles.page}>
        <ProblemAlert error={people.error} />
        <QueryState query={query} failed="The absences did not load">
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState
                icon={IconBeach}
                title={seesAll ? 'Nobody is away' : 'You are not away'}
                actions={add}
              >
                Work of somebody who is away goes to their substitute. Add an absence before it
                begins.
              </EmptyState>
            ) : (
              <AbsenceTable
                items={items}
                mayEdit={(item) => leads || item.person.id === person.id}
                onOpen={(item) => open(item.id)}
                onDelete={setDeleting}
              />
            )
          }
        </QueryState>
      </div>
      {(edited !== undefined || edit === 'new') && people.data && (
        <AbsenceForm
          key={edit}
          absence={edited}
          people={people.data.items}
          own={leads ? undefined : person.id}
          onClose={close}
        />
      )}
      {deleting && <DeleteAbsence absence={deleting} onClose={() => setDeleting(undefined)} />}
    </>
  );
}
