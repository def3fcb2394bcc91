import { Button } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../../lib/api-client.ts';
import { DepartmentChip } from '../../../ui/work/department-chip.tsx';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryState } from '../../../ui/feedback/query-state.tsx';
import { AdminTable } from '../admin-table.tsx';
import styles from '../admin.module.css';
import { DepartmentForm } from './department-form.tsx';
import { useEdit } from '../use-edit.ts';

/** Departments share a queue, a lead and a calendar. */
export function DepartmentsPage() {
  const { edit, open, close } = useEdit();
  const query = useQuery(orpc.admin.departments.queryOptions());
  const people = useQuery(orpc.admin.people.queryOptions());
  const calendars = useQuery(orpc.admin.calendars.queryOptions());
  const edited = query.data?.items.find((item) => item.key === edit);
  return (
    <>
      <PageHeader title="Departments">
        <Button leftSection={<IconPlus size={16} />} onClick={() => open('new')}>
          Add department
        </Button>
      </PageHeader>
      <div className={styles.page}>
        <QueryState query={query} failed="The departments did not load">
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconUsersGroup} title="No departments yet">
                A task can go to the queue of a department. Add the first one.
              </EmptyState>
            ) : (
              <AdminTable
                label="Departments"
                items={items}
                keyOf={(item) => item.key}
                onOpen={(item) => open(item.key)}
                columns={[
                  {
                    title: 'Department',
                    cell: (item) => <DepartmentChip departmentKey={item.key} name={item.name} />,
                  },
                  {
                    title: 'Lead',
                    cell: (item) => item.lead?.name ?? <span className="warn">nobody</span>,
                  },
                  {
                    title: 'Members',
                    cell: (item) =>
                      item.members.length === 0 ? (
                        <span className="warn">nobody</span>
                      ) : (
                        item.members.map((member) => member.name).join(', ')
                      ),
                  },
                  {
                    title: 'Calendar',
                    cell: (item) =>
                      calendars.data?.items.find((calendar) => calendar.key === item.calendar)
                        ?.name ?? 'that of the process',
                  },
                  { title: 'Open tasks', num: true, cell: (item) => item.openTasks },
                ]}
              />
            )
          }
        </QueryState>
      </div>
      {(edited !== undefined || edit === 'new') && people.data && calendars.data && (
        <DepartmentForm
          key={edit}
          department={edited}
          people={people.data.items}
          calendars={calendars.data.items}
          onClose={close}
        />
      )}
    </>
  );
}
