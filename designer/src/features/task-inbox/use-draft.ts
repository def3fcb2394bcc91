import { useState } from 'react';
import type { TaskDetail } from '#api/contract/tasks.ts';
import type { FieldValue } from '../../lib/format-field-value.ts';
import { firstValues, takeOver, valuesOnDeal, type FormValues } from './form-values.ts';
import { useDraftSaver } from './use-draft-saver.ts';

/**
 * The answers of a form while they are typed; kept on the server so that a reload loses nothing. What
 * changes on the deal meanwhile is taken over where nothing was typed.
 */
export function useDraft(task: TaskDetail) {
  const [values, setValues] = useState<FormValues>(() => firstValues(task.form));
  const [first] = useState(() => valuesOnDeal(task.form));
  const [seen, setSeen] = useState({ revision: task.fieldsRevision, values: first });
  if (task.fieldsRevision !== seen.revision) {
    const now = valuesOnDeal(task.form);
    setSeen({ revision: task.fieldsRevision, values: now });
    setValues(takeOver(values, seen.values, now));
  }
  const saver = useDraftSaver(task);
  const change = (id: string, value: FieldValue) => {
    const latest = { ...values, [id]: value };
    setValues(latest);
    if (task.may.complete) saver.save(latest);
  };
  return {
    values,
    change,
    /** What the deal said when the form was opened, and what it says now. */
    first,
    now: seen.values,
    savedText: saver.savedText,
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
      saver.save(values);
    },
  };
}
