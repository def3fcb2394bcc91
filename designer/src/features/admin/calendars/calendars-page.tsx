import { Button } from '@mantine/core';
import { IconCalendar, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../../lib/api-client.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryState } from '../../../ui/feedback/query-state.tsx';
import { AdminTable } from '../admin-table.tsx';
import styles from '../admin.module.css';
import { CalendarForm } from './calendar-form.tsx';
import { describeWeek } from './week-text.ts';
import { useEdit } from '../use-edit.ts';

/** Working time: what business hours and business days are measured by. */
export function CalendarsPage() {
  const { edit, open, close } = useEdit();
  const query = useQuery(orpc.admin.calendars.queryOptions());
  const edited = query.data?.items.find((item) => item.key === edit);
  return (
    <>
      <PageHeader title="Calendars">
        <Button leftSection={<IconPlus size={16} />} onClick={() => open('new')}>
          Add calendar
        </Button>
      </PageHeader>
      <div className={styles.page}>
        <QueryState query={query} failed="The calendars did not load">
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconCalendar} title="No calendars yet">
                Deadlines in business hours and days need one. Add the first.
              </EmptyState>
            ) : (
              <AdminTable
                label="Calendars"
                items={items}
                keyOf={(item) => item.key}
                onOpen={(item) => open(item.key)}
                columns={[
                  { title: 'Calendar', cell: (item) => item.name },
                  { title: 'Zone', cell: (item) => item.calendar.zone },
                  { title: 'Working time', cell: (item) => describeWeek(item.calendar.week) },
                  {
                    title: 'Exceptions',
                    num: true,
                    cell: (item) => item.calendar.exceptions.length,
                  },
                  { title: 'Used by', cell: (item) => item.usedBy.join(', ') || 'nothing yet' },
                  { title: 'Revision', num: true, cell: (item) => item.calendar.revision },
                ]}
              />
            )
          }
        </QueryState>
      </div>
      {(edited !== undefined || edit === 'new') && (
        <CalendarForm key={edit} calendar={edited} onClose={close} />
      )}
    </>
  );
}
