import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { roleName } from '#api/contract/role-names.ts';
import { orpc } from '../../../lib/api-client.ts';
import { useSession } from '../../../lib/session.ts';
import { DepartmentChip } from '../../../ui/work/department-chip.tsx';
import { PersonName } from '../../../ui/initials.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryState } from '../../../ui/feedback/query-state.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { StateChip } from '../../../ui/state-chip.tsx';
import type { AdminPerson } from '../admin-data.ts';
import { AdminTable } from '../admin-table.tsx';
import styles from '../admin.module.css';
import { PersonForm } from './person-form.tsx';
import { ResetLinkWords } from './reset-link-words.tsx';
import { useEdit } from '../use-edit.ts';

const matches = (person: AdminPerson, text: string) =>
  `${person.name} ${person.email}`.toLowerCase().includes(text.toLowerCase());

function PersonState({ person: { active, resetLink } }: { person: AdminPerson }) {
  if (!active) return <StateChip tone="hold">Cannot sign in</StateChip>;
  return (
    <>
      <StateChip tone="ok">Active</StateChip>
      {resetLink && (
        <p className="meta">
          <ResetLinkWords link={resetLink} />
        </p>
      )}
    </>
  );
}

/** Everybody who works here, with role and departments. Only an administrator changes them. */
export function PeoplePage() {
  const { person } = useSession();
  const mayEdit = person.role === 'admin';
  const [filter, setFilter] = useState('');
  const { edit, open, close } = useEdit();
  /** Runs are told one after the other: what is handed over is looked at again until it is. */
  const people = useQuery({
    ...orpc.admin.people.queryOptions(),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ handingOver }) => handingOver > 0) === true ? 1000 : false,
  });
  const departments = useQuery(orpc.admin.departments.queryOptions());
  const named = new Map(departments.data?.items.map((item) => [item.key, item.name]));
  const edited = people.data?.items.find((item) => item.id === edit);
  return (
    <>
      <PageHeader title="People" meta={people.data ? `${people.data.items.length}` : undefined}>
        <SearchField
          value={filter}
          onChange={setFilter}
          label="Find a person"
          placeholder="Name, e-mail"
        />
        {mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => open('new')}>
            Add person
          </Button>
        )}
      </PageHeader>
      <div className={styles.page}>
        <QueryState query={people} failed="The people did not load">
          {({ items }) => (
            <AdminTable
              label="People"
              items={items.filter((item) => matches(item, filter))}
              keyOf={(item) => item.id}
              onOpen={mayEdit ? (item) => open(item.id) : undefined}
              columns={[
                { title: 'Name', cell: (item) => <PersonName name={item.name} /> },
                { title: 'E-mail', cell: (item) => item.email },
                { title: 'Role', cell: (item) => roleName(item.role) },
                {
                  title: 'Departments',
                  cell: (item) => (
                    <span className={styles.chips}>
                      {item.departments.map((key) => (
                        <DepartmentChip
                          key={key}
                          departmentKey={key}
                          name={named.get(key) ?? key}
                        />
                      ))}
                    </span>
                  ),
                },
                {
                  title: 'Skills and territories',
                  cell: (item) => (
                    <span className={styles.chips}>
                      {item.tags.map((tag) => (
                        <StateChip key={tag}>{tag}</StateChip>
                      ))}
                    </span>
                  ),
                },
                {
                  title: 'Open tasks',
                  num: true,
                  cell: ({ openTasks, capacity }) =>
                    capacity === null ? openTasks : `${openTasks} of ${capacity}`,
                },
                {
                  title: 'Open deals',
                  num: true,
                  cell: ({ openDeals, handingOver }) =>
                    handingOver > 0 ? `${openDeals}, handing over` : openDeals,
                },
                {
                  title: 'State',
                  cell: (item) => <PersonState person={item} />,
                },
              ]}
            />
          )}
        </QueryState>
      </div>
      {mayEdit && (edited !== undefined || edit === 'new') && (
        <PersonForm
          key={edit}
          person={edited}
          departments={departments.data?.items ?? []}
          onClose={close}
        />
      )}
    </>
  );
}
