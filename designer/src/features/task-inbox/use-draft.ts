import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { api } from '../../lib/api-client.ts';
import type { FieldValue } from '../../lib/format-field-value.ts';

type Saved = 'untouched' | 'saving' | 'saved' | 'failed';

const texts: Record<Saved, string> = {
  untouched: '',
  saving: 'Saving the draft…',
  saved: 'Draft saved',
  failed: 'The draft is not saved; completing still works',
};

/** The answers of a form while they are typed; kept on the server so that a reload loses nothing. */
export function useDraft(task: TaskDetail) {
  const [values, setValues] = useState<Record<string, FieldValue>>(() =>
    Object.fromEntries(task.form.map(({ field, value }) => [field.id, value])),
  );
  const [saved, setSaved] = useState<Saved>('untouched');
  const save = useDebouncedCallback(async (latest: Record<string, FieldValue>) => {
    setSaved('saving');
    try {
      await api.tasks.saveDraft({ taskId: task.id, values: latest });
      setSaved('saved');
    } catch {
      setSaved('failed');
    }
  }, 1000);
  const change = (id: string, value: FieldValue) => {
    const latest = { ...values, [id]: value };
    setValues(latest);
    if (task.may.complete) save(latest);
  };
  return { values, change, savedText: texts[saved], cancel: () => save.cancel() };
}
