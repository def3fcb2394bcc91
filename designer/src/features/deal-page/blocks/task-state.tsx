import { StateChip, type Tone } from '../../../ui/state-chip.tsx';
import type { DealTask } from '../deal.ts';

const states: Record<DealTask['state'], { tone: Tone; word: string }> = {
  later: { tone: 'line', word: 'Later' },
  offered: { tone: 'line', word: 'Optional' },
  ready: { tone: 'neutral', word: 'Ready' },
  assigned: { tone: 'neutral', word: 'Assigned' },
  in_progress: { tone: 'accent', word: 'In progress' },
  waiting: { tone: 'hold', word: 'Waiting' },
  done: { tone: 'ok', word: 'Done' },
  waived: { tone: 'hold', word: 'Waived' },
  notNeeded: { tone: 'hold', word: 'Not needed' },
  cancelled: { tone: 'hold', word: 'Cancelled' },
  recalled: { tone: 'hold', word: 'Taken back' },
  incident: { tone: 'danger', word: 'Stopped' },
};

export function TaskState({ task }: { task: DealTask }) {
  const waits = task.waiting !== null && task.state !== 'incident';
  const { tone, word } = states[waits ? 'waiting' : task.state];
  const late = task.overdue && !waits;
  return <StateChip tone={late ? 'danger' : tone}>{late ? `${word}, overdue` : word}</StateChip>;
}
