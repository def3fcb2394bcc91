import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { roleName } from '#api/contract/role-names.ts';
import { DepartmentChip } from '../../../ui/work/department-chip.tsx';
import { Instant } from '../../../ui/instant.tsx';
import { PersonName } from '../../../ui/initials.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { PriorityMark } from '../../../ui/work/priority-mark.tsx';
import { StateChip } from '../../../ui/state-chip.tsx';
import { isClosed, type Deal, type DealTask } from '../deal.ts';
import { TaskState } from './task-state.tsx';
import { useTaskActs } from '../use-task-acts.ts';
import { WaitRows } from './wait-rows.tsx';
import { WaiveDialog } from './waive-dialog.tsx';
import styles from '../deal-page.module.css';

const openStates = ['offered', 'ready', 'assigned', 'in_progress', 'waiting', 'incident'];
const isListed = (task: DealTask) => task.state === 'later' || openStates.includes(task.state);

/** The work of the current stage, of all departments, with what is still to come. */
export function DealTasks({ deal }: { deal: Deal }) {
  const [waived, setWaived] = useState<DealTask>();
  const [all, setAll] = useState(isClosed(deal));
  const open = deal.tasks.filter((task) => openStates.includes(task.state)).length;
  const later = deal.tasks.filter((task) => task.state === 'later').length;
  const closed = deal.tasks.length - open - later;
  const shown = all ? deal.tasks : deal.tasks.filter(isListed);
  return (
    <Panel
      title="Tasks"
      meta={`${open} open, ${later} to come`}
      padded={false}
      actions={
        closed > 0 && (
          <Button size="xs" variant="subtle" onClick={() => setAll((was) => !was)}>
            {all ? 'Hide what is closed' : `Show ${closed} closed`}
          </Button>
        )
      }
    >
      {shown.length === 0 && deal.waits.length === 0 ? (
        <p className={styles.none}>No task is open or to come in this stage.</p>
      ) : (
        <div className={styles.wide}>
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">Task</th>
                <th scope="col">Department</th>
                <th scope="col">Assignee</th>
                <th scope="col">Due</th>
                <th scope="col" className="num">
                  Left
                </th>
                <th scope="col">State</th>
                <th scope="col">
                  <span className="sr">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((task) => (
                <TaskRow key={task.id ?? task.step} deal={deal} task={task} onWaive={setWaived} />
              ))}
              {!isClosed(deal) && <WaitRows deal={deal} />}
            </tbody>
          </table>
        </div>
      )}
      {waived && (
        <WaiveDialog customer={deal.customer} task={waived} onClose={() => setWaived(undefined)} />
      )}
    </Panel>
  );
}

interface TaskRowProps {
  deal: Deal;
  task: DealTask;
  onWaive: (task: DealTask) => void;
}

function TaskRow({ deal, task, onWaive }: TaskRowProps) {
  const known = task.id !== null;
  return (
    <tr className={task.state === 'later' ? styles.later : undefined}>
      <td>
        {known ? (
          <Link to="/inbox" search={{ task: task.id ?? undefined }} className={styles.task}>
            {task.title}
          </Link>
        ) : (
          task.title
        )}
        <PriorityMark raised={task.priority} />
        {task.note !== null && <span className="meta"> {task.note}</span>}
      </td>
      <td>
        <ForWhom task={task} />
      </td>
      <td>
        {task.assignee ? (
          <PersonName name={task.assignee.name} />
        ) : (
          <span className="mute">{withoutAssignee(task)}</span>
        )}
      </td>
      <td>
        {task.dueAt === null ? (
          <span className="mute">—</span>
        ) : (
          <Instant at={task.dueAt} zone={task.dueZone} />
        )}
      </td>
      <td className={`num ${task.overdue && task.waiting === null ? 'danger' : ''}`}>
        {task.waiting === null ? (task.leftText ?? '') : 'paused'}
      </td>
      <td>
        <TaskState task={task} />
      </td>
      <td className="num">
        {!isClosed(deal) && <Acts task={task} deal={deal} onWaive={onWaive} />}
      </td>
    </tr>
  );
}

/** The department, or who else it is for. */
function ForWhom({ task: { to, department, role } }: { task: DealTask }) {
  if (department !== null)
    return <DepartmentChip departmentKey={department.key} name={department.name} />;
  if (to === 'owner') return <DepartmentChip departmentKey="sales" name="Owner" />;
  if (role !== null) return <StateChip>{roleName(role)}</StateChip>;
  return <span className="mute">{to === 'several' ? 'several approvers' : '—'}</span>;
}

function withoutAssignee({ state }: DealTask): string {
  if (state === 'offered') return 'when requested';
  return state === 'later' ? 'by rule' : 'queue';
}

function Acts({ task, deal, onWaive }: TaskRowProps) {
  const acts = useTaskActs();
  // While the deal stands nothing starts and nothing is let go (E19).
  const held = deal.hold !== null;
  if (task.state === 'offered' && deal.may.edit)
    return (
      <span className={styles.acts}>
        <Button size="xs" variant="default" disabled={held} onClick={() => acts.request(task)}>
          Request
        </Button>
        <Button size="xs" variant="subtle" disabled={held} onClick={() => acts.notNeeded(task)}>
          Not needed
        </Button>
      </span>
    );
  const waivable = ['ready', 'assigned', 'in_progress'].includes(task.state);
  if (!waivable || !deal.may.override || held) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={styles.more} aria-label={`More for ${task.title}`}>
          <IconDots size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onWaive(task)}>Waive…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
