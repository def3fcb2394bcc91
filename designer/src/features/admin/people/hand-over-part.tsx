import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { HandOver } from '#api/contract/admin.ts';
import { orpc } from '../../../lib/api-client.ts';
import { QueryState } from '../../../ui/feedback/query-state.tsx';
import type { AdminDepartment, AdminPerson } from '../admin-data.ts';
import styles from '../admin.module.css';
import { handOverChoices, ownsDeals, readChoice, writeChoice } from './hand-over-choices.ts';
import { OpenWorkList, type OpenWork } from './open-work.tsx';

interface HandOverPartProps {
  person: AdminPerson;
  departments: AdminDepartment[];
  value: HandOver;
  onChange: (value: HandOver) => void;
}

/** What is open in the hands of a person who may not sign in any more, and who gets it. */
export function HandOverPart({ person, ...rest }: HandOverPartProps) {
  const work = useQuery(orpc.admin.openWork.queryOptions({ input: { id: person.id } }));
  return (
    <section className={styles.handOver} aria-label="Hand over">
      <h3>Hand over</h3>
      <QueryState query={work} failed="What is open did not load">
        {(open) => (
          <>
            <OpenWorkList work={open} />
            <Choices {...rest} person={person} work={open} />
          </>
        )}
      </QueryState>
    </section>
  );
}

function Choices({
  person,
  departments,
  value,
  onChange,
  work,
}: HandOverPartProps & { work: OpenWork }) {
  const { data } = useQuery(orpc.admin.people.queryOptions());
  const people = (data?.items ?? []).filter(({ id, active }) => active && id !== person.id);
  const { deals, tasks } = handOverChoices({ people, departments });
  return (
    <>
      {work.deals > 0 && (
        <Select
          label="Deals go to"
          description="Tasks of the owner go along."
          searchable
          allowDeselect={false}
          data={deals}
          value={writeChoice(value.deals)}
          onChange={(text) => onChange({ ...value, deals: readChoice(text) as HandOver['deals'] })}
        />
      )}
      {work.tasks > 0 && (
        <Select
          label="Other tasks go to"
          searchable
          allowDeselect={false}
          data={tasks}
          value={writeChoice(value.tasks)}
          onChange={(text) => onChange({ ...value, tasks: readChoice(text) })}
        />
      )}
      {work.leads.length > 0 && (
        <Select
          label={`New lead of ${work.leads.map(({ name }) => name).join(', ')}`}
          placeholder="Nobody for now"
          searchable
          clearable
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.lead ?? null}
          onChange={(lead) => {
            const { lead: _, ...others } = value;
            onChange(lead === null ? others : { ...others, lead });
          }}
        />
      )}
      {isLeftOpen(value, work) && (
        <p className={styles.hint}>
          What nobody gets is listed as without owner. Leads and managers are told.
        </p>
      )}
      {ownsDeals(person) && work.deals > 0 && people.every((one) => !ownsDeals(one)) && (
        <p className={styles.hint}>Nobody else may own deals.</p>
      )}
    </>
  );
}

function isLeftOpen(value: HandOver, work: OpenWork): boolean {
  if (work.deals > 0 && value.deals.to === 'nobody') return true;
  if (value.tasks.to === 'queue') return work.tasksWithoutQueue > 0;
  return work.tasks > 0 && value.tasks.to === 'nobody';
}
