import { Button, Group, Stack, Textarea } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '#core/definition/problems/problem.ts';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { orpc } from '../../../lib/api-client.ts';
import { KeyCap } from '../../../ui/shortcuts/key-cap.tsx';
import { ListSkeleton } from '../../../ui/feedback/list-skeleton.tsx';
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx';
import { QueryState } from '../../../ui/feedback/query-state.tsx';
import { showToast } from '../../../ui/feedback/toast.tsx';
import { useDrawing, useEditor } from '../state/editor-context.tsx';
import { goToProblem } from '../problems/go-to-problem.ts';
import { placeOf } from '../problems/place-words.ts';
import type { DraftSaver } from '../save/draft-saver.ts';
import { ConfirmSteps } from './confirm-steps.tsx';
import styles from './publish-dialog.module.css';

interface PublishDialogProps {
  saver: DraftSaver;
  nextVersion: number;
  opened: boolean;
  onClose: () => void;
}

/** The answer of the publish button while there are errors: all of them, each a link to its element. */
function Refused({
  errors,
  onClose,
  nextVersion,
}: {
  errors: readonly Problem[];
  onClose: () => void;
  nextVersion: number;
}) {
  const editor = useEditor();
  const drawing = useDrawing();
  const go = (problem: Problem) => {
    onClose();
    goToProblem(editor, problem);
  };
  const [first] = errors;
  return (
    <Stack gap="md">
      <p className={styles.refused}>
        <IconAlertCircle size={16} stroke={1.5} className="danger" aria-hidden />
        <b>v{nextVersion} cannot be published yet.</b>
        <span className="soft">
          {errors.length} {errors.length === 1 ? 'error' : 'errors'} must be fixed first:
        </span>
      </p>
      <ul className={styles.list}>
        {errors.map((problem, index) => (
          <li key={index}>
            <button type="button" className="link" onClick={() => go(problem)}>
              {placeOf(drawing, problem).element}
            </button>{' '}
            <span className="soft">{problem.message}</span>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        {first && (
          <Button
            data-autofocus
            onClick={() => go(first)}
            rightSection={<KeyCap onAccent>F8</KeyCap>}
          >
            Go to the first problem
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Sentences({ title, items, empty }: { title: string; items: string[]; empty: string }) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      {items.length === 0 ? (
        <p className="soft">{empty}</p>
      ) : (
        <ul className={styles.sentences}>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function usePublish(processKey: string, onPublished: () => void) {
  return useMutation(
    orpc.processes.publish.mutationOptions({
      onSuccess: (version, _input, _result, { client }) => {
        void client.invalidateQueries({ queryKey: orpc.processes.key() });
        onPublished();
        showToast({
          title: `Published v${version.number}.`,
          message: `New deals of ${processKey} run on it from now on.`,
        });
      },
    }),
  );
}

/** Impact first, then the changes, a note, and the one button. */
function Ready({ saver, onClose }: PublishDialogProps) {
  const { processKey } = useEditor();
  const [note, setNote] = useState('');
  const [confirmed, setConfirmed] = useState<string[]>([]);
  const impact = useQuery(
    orpc.processes.impact.queryOptions({ input: { key: processKey }, staleTime: 0, gcTime: 0 }),
  );
  const publish = usePublish(processKey, onClose);
  const run = async () => {
    if (await saver.flush()) {
      const revision = saver.revision();
      publish.mutate({ key: processKey, revision, note: note.trim(), confirmed });
    } else {
      const message = 'Only a saved draft is published. It is tried again by itself.';
      showToast({ title: 'The draft is not saved yet.', message, tone: 'danger', seconds: 8 });
    }
  };
  return (
    <QueryState
      query={impact}
      failed="The impact could not be worked out"
      skeleton={<ListSkeleton rows={4} />}
    >
      {({ nextVersion, sentences, changes, confirm }) => (
        <Stack gap="md">
          <Sentences
            title="What it means for open deals"
            items={sentences}
            empty="No open deal is touched."
          />
          <Sentences
            title="Changes"
            items={changes}
            empty="Nothing differs from the live version."
          />
          <ConfirmSteps items={confirm} confirmed={confirmed} onChange={setConfirmed} />
          <Textarea
            label="Note for the list of versions"
            placeholder="Why this version is made"
            autosize
            minRows={2}
            maxLength={500}
            value={note}
            data-autofocus
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ProblemAlert error={publish.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Keep drawing
            </Button>
            <Button
              loading={publish.isPending}
              disabled={confirm.some(({ step }) => !confirmed.includes(step))}
              onClick={() => void run()}
            >
              Publish v{nextVersion}
            </Button>
          </Group>
        </Stack>
      )}
    </QueryState>
  );
}

/** Publishing: refused with the whole list while there are errors, else impact, changes and a note. */
export function PublishDialog(props: PublishDialogProps) {
  const { problems } = useEditor();
  const all = useStore(problems, (state) => state.problems);
  const errors = all.filter((problem) => problem.severity === 'error');
  return (
    <Dialog
      opened={props.opened}
      onClose={props.onClose}
      size="lg"
      title={`Publish v${props.nextVersion}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {errors.length > 0 ? (
        <Refused errors={errors} onClose={props.onClose} nextVersion={props.nextVersion} />
      ) : (
        <Ready {...props} />
      )}
    </Dialog>
  );
}
