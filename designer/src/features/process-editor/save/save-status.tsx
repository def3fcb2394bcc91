import { Button } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { isToday } from '../../../lib/day-instant.ts';
import { formatTime } from '../../../lib/format-time.ts';
import { isProblem } from '../../../lib/problem.ts';
import { Instant } from '../../../ui/instant.tsx';
import type { DraftSaver, SaveState } from './draft-saver.ts';
import { otherSideOf } from './other-side.ts';
import styles from './save-status.module.css';

function SavedAt({ at }: { at: string }) {
  return isToday(at) ? formatTime(at) : <Instant at={at} />;
}

function words(save: Exclude<SaveState, { kind: 'saved' | 'refused' }>): string {
  switch (save.kind) {
    case 'changed':
    case 'saving':
      return 'Saving…';
    case 'offline':
      return `Not saved since ${formatTime(new Date(save.since))}: kept in this browser`;
    case 'conflict':
      return otherSideOf(save.theirs).status;
  }
}

function refusal(error: unknown): string {
  const problem = isProblem(error) ? error.problem : undefined;
  return problem?.errors?.[0]?.message ?? problem?.detail ?? 'The server refused the draft.';
}

/** Whether the server has what is drawn; always visible. */
export function SaveStatus({ saver }: { saver: DraftSaver }) {
  const save = useStore(saver.state, (state) => state.save);
  if (save.kind === 'saved') {
    return (
      <span className={styles.status}>
        <IconCheck size={14} stroke={1.5} className="ok" aria-hidden />
        Saved <SavedAt at={save.at} />
      </span>
    );
  }
  if (save.kind === 'refused') {
    return (
      <span className={styles.status} role="status">
        <IconAlertCircle size={14} stroke={1.5} className="danger" aria-hidden />
        <span className="cut" title={refusal(save.error)}>
          Not saved: {refusal(save.error)}
        </span>
        <Button size="compact-xs" variant="subtle" onClick={() => void saver.flush()}>
          Try again
        </Button>
      </span>
    );
  }
  const Icon = save.kind === 'changed' || save.kind === 'saving' ? IconRefresh : IconCloudOff;
  return (
    <span className={styles.status} role="status">
      <Icon size={14} stroke={1.5} className={save.kind === 'offline' ? 'warn' : ''} aria-hidden />
      <span className="cut">{words(save)}</span>
    </span>
  );
}
