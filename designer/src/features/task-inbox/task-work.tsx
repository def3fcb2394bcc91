import { useState } from 'react';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { Facts } from '../../ui/facts.tsx';
import { focusField } from '../../ui/field-input/field-props.ts';
import { ProblemAlert } from '../../ui/feedback/problem-alert.tsx';
import { isUnread, readIn, unreadIn } from '../../ui/written/unread.ts';
import { changedMeanwhile } from '../../lib/changed-meanwhile.ts';
import { fieldErrors } from '../../lib/problem.ts';
import { DraftConflict } from './form/draft-conflict.tsx';
import type { FormValues } from './form/form-values.ts';
import { missingItems } from './form/missing-items.ts';
import { isFinishable, isOpen } from './list/standing.ts';
import { TaskActions } from './acts/task-actions.tsx';
import { TaskBeside } from './facts/task-beside.tsx';
import { TaskFacts } from './facts/task-facts.tsx';
import { TaskFiles } from './facts/task-files.tsx';
import { TaskForm } from './form/task-form.tsx';
import { TaskHead } from './task-head.tsx';
import { TaskStands } from './facts/task-stands.tsx';
import { useDraft } from './form/use-draft.ts';
import { useTaskCommands } from './acts/use-task-commands.ts';
import styles from './inbox.module.css';

interface TaskWorkProps {
  task: TaskDetail;
  keysOn: boolean;
  onDone: () => void;
}

/** What a task without a form asks for; an approval shows the fields that it is given on. */
function WithoutForm({ task }: { task: TaskDetail }) {
  if (task.kind !== 'approval')
    return <p className="soft">This task asks for nothing but your word that it is done.</p>;
  if (task.facts.length === 0)
    return <p className="soft">This asks you to approve or to reject. It names no fields.</p>;
  return (
    <section>
      <h3>What you decide on</h3>
      <Facts items={task.facts.map(({ label, text }) => ({ label, value: text }))} />
    </section>
  );
}

/** One task: its figures, the form, the files, what one needs to know, and the acts. */
export function TaskWork({ task, keysOn, onDone }: TaskWorkProps) {
  const draft = useDraft(task);
  const commands = useTaskCommands(task, onDone);
  const [tried, setTried] = useState(false);
  const missing = missingItems(task, draft.values);
  const unread = unreadIn(draft.values);
  const errors = fieldErrors(commands.error);
  const errorOf = (id: string) => {
    if (tried && id in unread) return unread[id];
    const isMissing = tried && missing.some((item) => item.id === id);
    return errors[`values.${id}`] ?? (isMissing ? 'This is needed.' : undefined);
  };
  const complete = (outcome: string) => {
    setTried(true);
    const first = Object.keys(unread)[0] ?? missing[0]?.id;
    if (first !== undefined) return focusField(first);
    void draft
      .settle()
      .then((draftRevision) =>
        commands.complete.mutate(
          { outcome, values: readIn(draft.values), draftRevision },
          { onError: draft.meet },
        ),
      );
  };
  const changedOf = (id: string) => {
    const item = task.form.find(({ field }) => field.id === id);
    const mine = draft.values[id] ?? null;
    if (isUnread(mine)) return undefined;
    const at = (values: FormValues) => values[id] ?? null;
    const compared = { mine, seen: at(draft.first), now: at(draft.now) };
    return item && changedMeanwhile(item.field, compared, task.currency);
  };
  const editable = isFinishable(task);
  return (
    <>
      <TaskHead task={task} />
      <div className={styles.body}>
        <div className={styles.main}>
          <TaskStands task={task} />
          <ProblemAlert
            error={draft.other ? null : commands.error}
            onField={(path) => focusField(path.replace(/^values\./, ''))}
          />
          {draft.other && (
            <DraftConflict
              task={task}
              mine={readIn(draft.values)}
              other={draft.other.values}
              onTake={draft.takeOther}
              onKeep={draft.keepOwn}
            />
          )}
          {task.form.length > 0 && (
            <TaskForm
              task={task}
              values={draft.values}
              onChange={draft.change}
              readOnly={!editable}
              errorOf={errorOf}
              changedOf={changedOf}
              savedText={draft.savedText}
            />
          )}
          {task.files.length > 0 && <TaskFiles task={task} editable={editable} />}
          {task.form.length === 0 && task.files.length === 0 && <WithoutForm task={task} />}
          <TaskBeside task={task} />
        </div>
        <TaskFacts task={task} />
      </div>
      {isOpen(task) && (
        <TaskActions
          task={task}
          keysOn={keysOn}
          missing={missing}
          commands={commands}
          onComplete={complete}
        />
      )}
    </>
  );
}
