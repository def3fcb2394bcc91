import { ActionIcon, Button } from '@mantine/core';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleCheck,
  IconHistory,
} from '@tabler/icons-react';
import { useStore } from 'zustand';
import { Crumb, PageHeader } from '../../../ui/page-header.tsx';
import { StateChip } from '../../../ui/state-chip.tsx';
import type { DraftSaver } from '../save/draft-saver.ts';
import { SaveStatus } from '../save/save-status.tsx';
import type { ProcessDraft } from '../session/process-draft.ts';
import { useEditor, useEditorState } from '../state/editor-context.tsx';
import { countProblems } from '../state/problem-store.ts';
import { BackToProcesses } from './back-to-processes.tsx';
import styles from './frame.module.css';

/** How the list of problems stands, and the way to open it. */
export interface ProblemsToggle {
  opened: boolean;
  toggle: () => void;
}

function UndoButtons() {
  const { store } = useEditor();
  const undone = useEditorState((state) => state.history.past.at(-1)?.label);
  const redone = useEditorState((state) => state.history.future[0]?.label);
  const quiet = { variant: 'subtle', color: 'gray' } as const;
  return (
    <>
      <ActionIcon
        {...quiet}
        className={styles.history ?? ''}
        disabled={undone === undefined}
        aria-label={undone === undefined ? 'Undo' : `Undo: ${undone}`}
        title={undone === undefined ? 'Nothing to undo' : `Undo: ${undone}`}
        onClick={() => store.getState().undo()}
      >
        <IconArrowBackUp size={16} stroke={1.5} />
      </ActionIcon>
      <ActionIcon
        {...quiet}
        className={styles.history ?? ''}
        disabled={redone === undefined}
        aria-label={redone === undefined ? 'Redo' : `Redo: ${redone}`}
        title={redone === undefined ? 'Nothing to redo' : `Redo: ${redone}`}
        onClick={() => store.getState().redo()}
      >
        <IconArrowForwardUp size={16} stroke={1.5} />
      </ActionIcon>
    </>
  );
}

function ProblemsButton({ opened, toggle }: ProblemsToggle) {
  const { problems } = useEditor();
  const all = useStore(problems, (state) => state.problems);
  const { errors, warnings } = countProblems(all);
  const label = `Problems: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
  return (
    <button
      type="button"
      className={styles.problems}
      aria-pressed={opened}
      aria-label={label}
      title={label}
      onClick={toggle}
    >
      {errors > 0 && (
        <>
          <IconAlertCircle size={14} stroke={1.5} className="danger" aria-hidden />
          {errors}
        </>
      )}
      {warnings > 0 && (
        <>
          <IconAlertTriangle size={14} stroke={1.5} className="warn" aria-hidden />
          {warnings}
        </>
      )}
      {all.length === 0 && (
        <>
          <IconCircleCheck size={14} stroke={1.5} className="ok" aria-hidden />0
        </>
      )}
    </button>
  );
}

function liveText({ liveVersion, openDeals }: ProcessDraft): string {
  const deals = `${openDeals} open ${openDeals === 1 ? 'deal' : 'deals'}`;
  return liveVersion === null ? 'not published yet' : `v${liveVersion} is live, ${deals}`;
}

interface TopBarProps {
  draft: ProcessDraft;
  saver: DraftSaver;
  problems: ProblemsToggle;
  onPublish: () => void;
  onVersions: () => void;
}

/** Where one is, whether it is saved, undo and redo, problems, publish. */
export function TopBar({ draft, saver, problems, onPublish, onVersions }: TopBarProps) {
  const name = useEditorState((state) => state.drawing.name);
  return (
    <PageHeader
      lead={
        <>
          <BackToProcesses />
          <span className={styles.wide}>
            <Crumb to="/processes">Processes</Crumb>
          </span>
        </>
      }
      title={`${draft.key} ${name}`}
      meta={
        <>
          <StateChip tone="accent">Draft of v{(draft.liveVersion ?? 0) + 1}</StateChip>
          <span className={`meta ${styles.wide}`}>{liveText(draft)}</span>
          <span className={styles.separator} />
          <SaveStatus saver={saver} />
        </>
      }
    >
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        leftSection={<IconHistory size={16} stroke={1.5} />}
        onClick={onVersions}
      >
        Versions
      </Button>
      <span className={styles.separator} />
      <UndoButtons />
      <ProblemsButton {...problems} />
      <Button size="xs" onClick={onPublish}>
        Publish…
      </Button>
    </PageHeader>
  );
}
