import type { TaskDetail } from '#api/contract/tasks.ts';
import { isRole, roleName } from '#api/contract/role-names.ts';
import { Instant } from '../instant.tsx';
import { StateChip, type Tone } from '../state-chip.tsx';
import styles from '../parts.module.css';

type Approval = NonNullable<TaskDetail['approval']>;

const states: Record<Approval['parts'][number]['state'], [Tone, string]> = {
  open: ['neutral', 'To decide'],
  approved: ['ok', 'Approved'],
  rejected: ['danger', 'Rejected'],
  cancelled: ['hold', 'Not asked any more'],
};

/** A part that is for a role comes with its key. */
function named(who: string): string {
  return isRole(who) ? `Anybody: ${roleName(who)}` : who;
}

/** Whose word is asked for, who gave it and what they wrote (E3). */
export function ApprovalParts({ approval, own }: { approval: Approval; own?: string }) {
  const { parts, need, approved } = approval;
  const needed = need === parts.length && need > 1 ? 'all' : need;
  return (
    <>
      <p className="meta">
        {approved} of {parts.length} approved, {needed} needed
      </p>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={part.item}>
            <span className="grow">
              <b className="cut">
                {named(part.who)}
                {own !== undefined && part.taskId === own && ' (this)'}
              </b>
              {(part.by !== null || part.note !== null) && (
                <span className="meta">
                  {part.by?.name}
                  {part.at !== null && (
                    <>
                      , <Instant at={part.at} />
                    </>
                  )}
                  {part.note !== null && ` “${part.note}”`}
                </span>
              )}
              {part.state === 'open' && part.dueAt !== null && (
                <span className="meta">
                  due <Instant at={part.dueAt} zone={part.dueZone} />
                </span>
              )}
            </span>
            <StateChip tone={states[part.state][0]}>{states[part.state][1]}</StateChip>
          </li>
        ))}
      </ul>
    </>
  );
}
