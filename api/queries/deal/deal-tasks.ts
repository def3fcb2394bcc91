import type { z } from 'zod';
import type { Step, StepOf } from '#core/drawing/step.ts';
import { isMandatory } from '#core/run/steps/mandatory.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import { stageIndex } from '#core/run/state/stage-index.ts';
import { formatDuration } from '#core/time/duration.ts';
import { drawnStage, drawnStep } from '#core/drawing/drawn-step.ts';
import type { dealTask } from '../../contract/deal.ts';
import { leftText } from '../../describe/time-left.ts';
import { incidentCause } from '../../describe/unmet-words.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { TaskRow } from '../task/task-row.ts';
import type { Version } from '../process/versions.ts';
import { drawnFor, forWhom } from './for-whom.ts';

type DealTask = z.infer<typeof dealTask>;

interface Around {
  version: Version;
  state: RunState | null;
  tasks: TaskRow[];
  calendars: Calendars;
  departments: Map<string, string>;
  now: Date;
}

const closed = new Set(['done', 'waived', 'notNeeded', 'cancelled', 'recalled']);

function ofRow(row: TaskRow, around: Around): DealTask {
  const { version, calendars, departments, state, now } = around;
  const calendar = calendars.of(row.department_calendar, version.drawing.calendar);
  const isClosed = closed.has(row.state);
  const due = isClosed ? null : row.due_at;
  const incident = state?.incidents.find(({ step }) => step === row.step && !isClosed);
  return {
    id: row.id,
    step: row.step,
    visit: row.visit,
    round: row.round,
    kind: row.kind as DealTask['kind'],
    item: row.item,
    priority: row.priority,
    waiting: row.waiting && {
      why: row.waiting,
      since: (row.waiting_since ?? row.opened_at).toISOString(),
    },
    title: row.title,
    revision: row.revision,
    ...forWhom(row, drawnStep(version.drawing, row.stage, row.step), departments),
    assignee:
      row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
    state: incident ? 'incident' : (row.state as DealTask['state']),
    mandatory: row.mandatory,
    dueAt: due?.toISOString() ?? null,
    dueZone: calendar.zone,
    leftText: due && leftText(now, due, row.due_unit, calendar),
    overdue: due !== null && due < now,
    note: incident ? incidentCause(incident.code) : null,
  };
}

function isWork(step: Step): step is StepOf<'task' | 'approval' | 'each'> {
  return step.kind === 'task' || step.kind === 'approval' || step.kind === 'each';
}

/** Task steps of the current stage whose turn has not come, as drawn. */
function toCome(around: Around): DealTask[] {
  const { version, state, tasks, departments, calendars } = around;
  const index = state?.status === 'open' ? stageIndex(version.definition, state.stage) : undefined;
  if (!state || !index) return [];
  const visit = state.visits[state.stage] ?? 0;
  const here = new Set(
    tasks.filter((t) => t.stage === state.stage && t.visit === visit).map(({ step }) => step),
  );
  const drawn = drawnStage(version.drawing, state.stage)?.steps ?? [];
  return index.stage.steps.flatMap((step): DealTask[] => {
    const status = state.steps[step.id]?.status ?? 'pending';
    const drawing = drawn.find(({ id }) => id === step.id);
    if (!drawing || !isWork(drawing) || here.has(step.id)) return [];
    if (status !== 'pending' && status !== 'incident') return [];
    const { due } = drawing;
    const incident = state.incidents.find((each) => each.step === step.id);
    return [
      {
        id: null,
        step: step.id,
        visit,
        round: state.steps[step.id]?.round ?? 1,
        kind: drawing.kind === 'approval' ? 'approval' : drawing.kind === 'each' ? 'item' : 'task',
        item: null,
        priority: 0,
        waiting: null,
        title: drawing.name,
        revision: null,
        ...drawnFor(drawing, departments),
        assignee: null,
        state: status === 'incident' ? 'incident' : 'later',
        mandatory: isMandatory(state, step),
        dueAt: null,
        dueZone: calendars.of(null, version.drawing.calendar).zone,
        leftText: due ? formatDuration(due) : null,
        overdue: false,
        note: incident ? incidentCause(incident.code) : null,
      },
    ];
  });
}

/** Tasks of a deal's page: open ones first, then those to come, then what is closed. */
export function dealTasks(around: Around): DealTask[] {
  const open = around.tasks.filter(({ state }) => !closed.has(state));
  const done = around.tasks.filter(({ state }) => closed.has(state));
  const rows = (some: TaskRow[]) => some.map((row) => ofRow(row, around));
  return [...rows(open), ...toCome(around), ...rows(done)];
}
