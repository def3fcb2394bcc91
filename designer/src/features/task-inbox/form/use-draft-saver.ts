import { useDebouncedCallback } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { canonicalJson } from '#core/definition/compiling/canonical-json.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { api } from '../../../lib/api-client.ts';
import { isProblem } from '../../../lib/problem.ts';
import type { FormValues } from './form-values.ts';

type Saved = 'untouched' | 'saving' | 'saved' | 'failed' | 'conflict';

const texts: Record<Saved, string> = {
  untouched: '',
  saving: 'Saving the draft…',
  saved: 'Draft saved',
  failed: 'The draft is not saved; completing still works',
  conflict: 'The draft is not saved',
};

/** A draft as another window has saved it. */
export interface OtherDraft {
  draftRevision: number;
  values: FormValues;
}

/** The draft that a refusal tells of; undefined when it is about something else. */
function otherDraft(error: unknown): OtherDraft | undefined {
  if (!isProblem(error, 'stale')) return undefined;
  const current = error.problem.current as Partial<OtherDraft> | undefined;
  if (current?.draftRevision === undefined || !current.values) return undefined;
  return { draftRevision: current.draftRevision, values: current.values };
}

/** Saves the draft of a form, one save after the other, each on what the one before has answered. */
export function useDraftSaver({ id: taskId, draftRevision }: TaskDetail) {
  const [saved, setSaved] = useState<Saved>('untouched');
  const [other, setOther] = useState<OtherDraft>();
  const revision = useRef(draftRevision);
  const last = useRef<Promise<void>>(Promise.resolve());
  const sent = useRef('');

  /** Shows the draft that a refusal tells of; one's own, whose answer was lost, is no conflict. */
  const meet = (error: unknown): 'own' | 'other' | 'none' => {
    const found = otherDraft(error);
    if (!found) return 'none';
    if (canonicalJson(found.values) === sent.current) {
      revision.current = found.draftRevision;
      return 'own';
    }
    setOther(found);
    setSaved('conflict');
    return 'other';
  };
  const trySend = async (values: FormValues): Promise<void> => {
    const answer = await api.tasks.saveDraft({ taskId, draftRevision: revision.current, values });
    revision.current = answer.draftRevision;
    setSaved('saved');
  };
  const send = async (values: FormValues): Promise<void> => {
    setSaved('saving');
    try {
      await trySend(values);
    } catch (error) {
      const met = meet(error);
      if (met === 'own') await trySend(values).catch(() => setSaved('failed'));
      if (met === 'none') setSaved('failed');
    }
    sent.current = canonicalJson(values);
  };
  const save = useDebouncedCallback((values: FormValues) => {
    last.current = last.current.then(() => send(values));
  }, 1000);
  return {
    savedText: texts[saved],
    other,
    meet,
    /** Nothing is saved over what another window has saved until the person has chosen. */
    save: (values: FormValues) => {
      if (!other) save(values);
    },
    /** Waits for the save under way; answers the revision that the next act is made on. */
    settle: async () => {
      save.cancel();
      await last.current;
      return revision.current;
    },
    choose: () => {
      if (other) revision.current = other.draftRevision;
      setOther(undefined);
      setSaved('untouched');
    },
  };
}
