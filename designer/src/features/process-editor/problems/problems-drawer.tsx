import { ActionIcon, Button } from '@mantine/core';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconChevronDown,
  IconChevronUp,
} from '@tabler/icons-react';
import { useStore } from 'zustand';
import type { Problem } from '#core/definition/problems/problem.ts';
import { KeyCap } from '../../../ui/shortcuts/key-cap.tsx';
import { StateChip } from '../../../ui/state-chip.tsx';
import { applyFix } from '../commands/apply-fix.ts';
import { useDrawing, useEdit, useEditor, useEditorState } from '../state/editor-context.tsx';
import { countProblems, selectionOf } from '../state/problem-store.ts';
import { goToProblem } from './go-to-problem.ts';
import { placeOf } from './place-words.ts';
import styles from './problems-drawer.module.css';

function Severity({ severity }: { severity: Problem['severity'] }) {
  const Icon = severity === 'error' ? IconAlertCircle : IconAlertTriangle;
  return (
    <span
      role="img"
      aria-label={severity === 'error' ? 'Error' : 'Warning'}
      className={severity === 'error' ? 'danger' : 'warn'}
    >
      <Icon size={16} stroke={1.5} aria-hidden />
    </span>
  );
}

function ProblemRow({ problem, current }: { problem: Problem; current: boolean }) {
  const editor = useEditor();
  const edit = useEdit();
  const drawing = useDrawing();
  const readOnly = useEditorState((state) => state.readOnly);
  const { element, input } = placeOf(drawing, problem);
  const { fix } = problem;
  return (
    <li className={styles.row} data-current={current}>
      <button type="button" className={styles.go} onClick={() => goToProblem(editor, problem)}>
        <Severity severity={problem.severity} />
        <span className={`${styles.place} cut`}>
          <b>{element}</b> <span className="mute">{input}</span>
        </span>
        <span className={`${styles.message} cut`} title={problem.message}>
          {problem.message}
        </span>
        <span className={`${styles.code} mono mute`}>{problem.code}</span>
      </button>
      {fix && !readOnly && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => edit(() => applyFix(fix, selectionOf(problem)))}
        >
          {fix.label}
        </Button>
      )}
    </li>
  );
}

function Counts({ errors, warnings }: { errors: number; warnings: number }) {
  if (errors + warnings === 0)
    return <span className="meta">None. This drawing can be published.</span>;
  return (
    <>
      {errors > 0 && (
        <StateChip tone="danger">
          {errors} {errors === 1 ? 'error' : 'errors'}
        </StateChip>
      )}
      {warnings > 0 && (
        <StateChip tone="warn">
          {warnings} {warnings === 1 ? 'warning' : 'warnings'}
        </StateChip>
      )}
      <span className={`meta ${styles.hint}`}>
        {errors > 0 ? 'Publishing waits for the errors. ' : ''}Warnings are yours to judge.
      </span>
    </>
  );
}

interface ProblemsDrawerProps {
  opened: boolean;
  onToggle: () => void;
  /** Index of the problem that F8 came to last. */
  current: number | undefined;
}

/** Everything that is wrong, docked below the board; closed it is a strip of 32 px. */
export function ProblemsDrawer({ opened, onToggle, current }: ProblemsDrawerProps) {
  const { problems: store } = useEditor();
  const problems = useStore(store, (state) => state.problems);
  return (
    <section className={styles.drawer} aria-label="Problems" data-open={opened}>
      <header className={styles.head}>
        <h2>Problems</h2>
        <Counts {...countProblems(problems)} />
        <span className={styles.keys}>
          {problems.length > 0 && (
            <span className="meta">
              <KeyCap>F8</KeyCap> next
            </span>
          )}
          <ActionIcon
            size="xs"
            variant="subtle"
            color="gray"
            aria-expanded={opened}
            aria-label={opened ? 'Close the list of problems' : 'Open the list of problems'}
            onClick={onToggle}
          >
            {opened ? (
              <IconChevronDown size={16} stroke={1.5} />
            ) : (
              <IconChevronUp size={16} stroke={1.5} />
            )}
          </ActionIcon>
        </span>
      </header>
      {opened && (
        <ul className={styles.list}>
          {problems.map((problem, index) => (
            <ProblemRow
              key={`${problem.code} ${problem.elementId} ${problem.fieldPath} ${index}`}
              problem={problem}
              current={index === current}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
