import type { InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from '#api/contract/contract.ts';
import styles from '../admin.module.css';

export type OpenWork = InferContractRouterOutputs<typeof contract>['admin']['openWork'];

const many = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What is open in a person's hands and what names them, a line each. */
export function openWorkLines(work: OpenWork): string[] {
  const { deals, tasks, approvals, tasksWithoutQueue, leads, standsInFor, processes } = work;
  const ofTasks = [
    ...(approvals > 0 ? [many(approvals, 'approval')] : []),
    ...(tasksWithoutQueue > 0 ? [`${tasksWithoutQueue} without a queue`] : []),
  ];
  return [
    ...(deals > 0 ? [many(deals, 'open deal')] : []),
    ...(tasks > 0
      ? [`${many(tasks, 'open task')}${ofTasks.length > 0 ? ` (${ofTasks.join(', ')})` : ''}`]
      : []),
    ...leads.map(({ name }) => `Leads ${name}`),
    ...(standsInFor.length > 0
      ? [`Stands in for ${standsInFor.map(({ name }) => name).join(', ')}`]
      : []),
    ...processes.map(({ name, steps }) => `Named in ${name}: ${steps.join(', ')}`),
  ];
}

/** The same as a list; what names the person in a process is changed in its editor. */
export function OpenWorkList({ work }: { work: OpenWork }) {
  const lines = openWorkLines(work);
  if (lines.length === 0) return <p className={styles.hint}>Nothing is open in their hands.</p>;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
