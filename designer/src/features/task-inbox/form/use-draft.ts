import { useState } from 'react';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { isUnread, readIn, type FormValue } from '../../../ui/written/unread.ts';
import { firstValues, takeOver, valuesOnDeal } from './form-values.ts';
import { useDraftSaver } from './use-draft-saver.ts';

const unclear = 'What is not clear yet is not in the draft';

/**
 * The answers of a form while they are typed; kept on the server so that a reload loses nothing. What
 * changes on the deal meanwhile is taken over where nothing was typed.
 */
export function useDraft(task: TaskDetail) {
  const [values, setValues] = useState<Record<string, FormValue>>(() => firstValues(task.form));
  const [first] = useState(() => valuesOnDeal(task.form));
  const [seen, setSeen] = useState({ revision: task.fieldsRevision, values: first });
  if (task.fieldsRevision !== seen.revision) {
    const now = valuesOnDeal(task.form);
    const unread = Object.entries(values).filter(([, value]) => isUnread(value));
    setSeen({ revision: task.fieldsRevision, values: now });
    setValues({ ...takeOver(readIn(values), seen.values, now), ...Object.fromEntries(unread) });
  }
  const saver = useDraftSaver(task);
  const isUnclear = Object.values(values).some(isUnread);
  const change = (id: string, value: FormValue) => {
    const latest = { ...values, [id]: value };
    setValues(latest);
    if (task.may.complete) saver.save(readIn(latest));
  };
  return {
    values,
    change,
    /** What the deal said when the form was opened, and what it says now. */
    first,
    now: seen.values,
    savedText: saver.savedText !== '' && isUnclear ? unclear : saver.savedText,
    settle: saver.settle,
    /** What another window has saved, to choose between. */
    other: saver.other,
    meet: saver.meet,
    takeOther: () => {
      if (saver.other) setValues({ ...values, ...saver.other.values });
      saver.choose();
    },
    keepOwn: () => {
      saver.choose();
      saver.save(readIn(values));
    },
  };
}
