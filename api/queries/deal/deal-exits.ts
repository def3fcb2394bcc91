import type { z } from 'zod';
import { isMandatory } from '#core/run/steps/mandatory.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import { stageIndex } from '#core/run/state/stage-index.ts';
import { giveUp, waysOut, type WayOut } from '#core/run/ways-out/ways-out.ts';
import { drawnStage } from '#core/drawing/drawn-step.ts';
import type { dealExit, gateItem } from '../../contract/deal.ts';
import { roleName } from '../../contract/role-names.ts';
import { unmetWords } from '../../describe/unmet-words.ts';
import type { Calendars } from '../calendars/calendars.ts';
import type { TaskRow } from '../task/task-row.ts';
import { redoChoices } from './redo-choices.ts';
import { targetName, type Version } from '../process/versions.ts';

type GateItem = z.infer<typeof gateItem>;
type DealExit = z.infer<typeof dealExit>;

interface Around {
  version: Version;
  state: RunState;
  tasks: TaskRow[];
  calendars: Calendars;
}

const openStates = new Set(['ready', 'assigned', 'in_progress']);

/** Who has the task of a step that is open, and by when it is due. */
function taskWords({ version, calendars }: Around, task: TaskRow): Partial<GateItem> {
  const queue = task.department_name ?? (task.role === null ? null : roleName(task.role));
  const detail = task.assignee_name ?? (queue === null ? 'Nobody yet' : `${queue}, not claimed`);
  if (!task.due_at) return { detail };
  const { zone } = calendars.of(task.department_calendar, version.drawing.calendar);
  return { detail, due: { at: task.due_at.toISOString(), zone } };
}

function withTask(around: Around, item: GateItem): GateItem {
  const task = around.tasks.find(
    ({ step, stage, visit, state }) =>
      step === item.step &&
      stage === around.state.stage &&
      visit === around.state.visits[stage] &&
      openStates.has(state),
  );
  return task && item.kind === 'step'
    ? { ...item, ...taskWords(around, task), taskId: task.id }
    : item;
}

/** What the gate asked for and has: mandatory steps that are settled, criteria that hold. */
function metItems({ version, state }: Around, way: WayOut): GateItem[] {
  const drawn = drawnStage(version.drawing, state.stage);
  const index = stageIndex(version.definition, state.stage);
  if (!drawn || !index || way.to === 'lost') return [];
  const unmet = new Set(
    way.unmet.flatMap((u) =>
      u.kind === 'step'
        ? [u.step]
        : u.kind === 'criterion'
          ? [u.criterion]
          : [u.kind === 'incident' ? (u.step ?? '') : ''],
    ),
  );
  const target = drawnStage(version.drawing, way.to);
  const steps = index.stage.steps
    .filter((step) => step.kind !== 'leave' && isMandatory(state, step) && !unmet.has(step.id))
    .map((step): GateItem => ({
      kind: 'step',
      label: drawn.steps.find(({ id }) => id === step.id)?.name ?? step.id,
      detail: state.steps[step.id]?.status === 'skipped' ? 'Not needed' : 'Done',
      met: true,
      step: step.id,
    }));
  const criteria = [...drawn.criteria, ...(target?.entry ?? [])]
    .filter(({ id }) => !unmet.has(id))
    .map(({ label }): GateItem => ({ kind: 'criterion', label, detail: 'It holds', met: true }));
  return [...steps, ...criteria];
}

function toExit(around: Around, way: WayOut): DealExit {
  const { drawing } = around.version;
  const drawn = drawnStage(drawing, around.state.stage)?.exits.find(({ id }) => id === way.id);
  const unmet = way.unmet.map((each): GateItem =>
    withTask(around, { ...unmetWords(drawing, each), met: false }),
  );
  const reasons = way.to === 'won' || way.to === 'lost' ? drawing.outcomes[way.to].reasons : null;
  return {
    exit: way.id,
    mode: way.mode === 'leave' ? 'auto' : way.mode,
    to: way.to,
    label: drawn?.name || (way.to === 'lost' ? 'Lose the deal' : targetName(drawing, way.to)),
    items: [...unmet, ...metItems(around, way)],
    unmet: unmet.length,
    continueIn: drawn?.continueIn?.process ?? null,
    redo: redoChoices(around, way.to, drawn?.redo),
    asksReasons: reasons && reasons.length > 0 ? reasons : null,
  };
}

/**
 * Every way out of the deal's stage with its gate in words: what is missing first, then what is met.
 * People can always end a deal, drawn or not.
 */
export function dealExits(around: Around): DealExit[] {
  if (around.state.status !== 'open') return [];
  const ways = waysOut(around.version.definition, around.state).filter(
    ({ mode }) => mode !== 'leave',
  );
  const canLose = ways.some(({ to, mode }) => to === 'lost' && mode === 'manual');
  const all = canLose
    ? ways
    : [...ways, { id: giveUp, mode: 'manual' as const, to: 'lost', unmet: [] }];
  return all.map((way) => toExit(around, way));
}
