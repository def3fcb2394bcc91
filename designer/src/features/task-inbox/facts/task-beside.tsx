import { useQuery } from '@tanstack/react-query';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { orpc } from '../../../lib/api-client.ts';
import { AddItem } from '../../../ui/work/add-item.tsx';
import { ApprovalParts } from '../../../ui/work/approval-parts.tsx';
import { EachItems } from '../../../ui/work/each-items.tsx';
import styles from '../task-work.module.css';

/** The approval with everybody's word; the other items of a step for those who may open the deal. */
export function TaskBeside({ task }: { task: TaskDetail }) {
  const { dealId, kind } = task;
  const { data: deal } = useQuery({
    ...orpc.deals.get.queryOptions({ input: { dealId } }),
    enabled: task.may.openDeal && kind === 'item',
  });
  const each = deal?.eaches.find(({ items }) => items.some(({ taskId }) => taskId === task.id));
  return (
    <>
      {task.approval && (
        <section className={styles.section}>
          <h3>Who decides</h3>
          <ApprovalParts approval={task.approval} own={task.id} />
        </section>
      )}
      {each && (
        <section className={styles.section}>
          <h3>All items</h3>
          <EachItems each={each} own={task.id} />
          {deal?.may.edit === true && !task.held && each.mayAdd.length > 0 && (
            <AddItem dealId={dealId} each={each} />
          )}
        </section>
      )}
    </>
  );
}
