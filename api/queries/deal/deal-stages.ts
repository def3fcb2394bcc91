import type { DealDetail } from '../../contract/deals.ts';
import { formatDuration } from '#core/time/duration.ts';
import { drawnStage } from '#core/drawing/drawn-step.ts';
import { clockUse } from '../../words/time-left.ts';
import { instantText } from '../../words/instant-text.ts';
import type { Calendars } from '../calendars.ts';
import { stageUnit } from '../deal-card.ts';
import type { Version } from '../versions.ts';
import type { DetailRow, VisitRow } from './read-deal.ts';

type StageLine = DealDetail['stages'][number];

interface Around {
  version: Version;
  row: DetailRow;
  visits: VisitRow[];
  calendars: Calendars;
  now: Date;
}

function plannedText({ drawing }: Version, stage: string): string {
  const deadline = drawnStage(drawing, stage)?.deadline;
  if (deadline?.after) return formatDuration(deadline.after);
  return deadline?.field === undefined ? '' : 'agreed date';
}

function useOf({ version, calendars, now }: Around, visit: VisitRow) {
  if (!visit.due_at) return undefined;
  const unit = stageUnit(version, visit.stage);
  const clock = { startedAt: visit.entered_at, dueAt: visit.due_at, unit };
  return clockUse(clock, visit.left_at ?? now, calendars.of(null, version.drawing.calendar));
}

/** Used time of the latest visit: '0.8 of 1 bd', and the due of the stage the deal is in. */
function visitedText(around: Around, visit: VisitRow, isCurrent: boolean): string {
  const used = useOf(around, visit)?.usedText ?? '';
  if (!isCurrent || !visit.due_at) return used;
  const { zone } = around.calendars.of(null, around.version.drawing.calendar);
  return `${used}, due ${instantText(visit.due_at, zone)}`;
}

/** The stepper: each stage with where the deal stands to it and how its time was used. */
export function dealStages(around: Around): StageLine[] {
  const { version, row, visits } = around;
  const isOpen = row.state === 'open' || row.state === 'on_hold';
  const stages = version.drawing.stages;
  const at = stages.findIndex(({ id }) => id === row.stage);
  return stages.map((stage, index) => {
    const visit = visits.filter((each) => each.stage === stage.id).at(-1);
    const isCurrent = isOpen && stage.id === row.stage;
    // After going back the stages ahead are ahead again.
    const isAhead = isOpen && index > at;
    const isDone = visit !== undefined && !isAhead;
    const state = isCurrent ? 'current' : isDone ? 'done' : index < at ? 'passed' : 'later';
    return {
      stage: stage.id,
      name: stage.shortName || stage.name,
      state,
      text: isDone ? visitedText(around, visit, isCurrent) : plannedText(version, stage.id),
      usedRatio: isDone ? (useOf(around, visit)?.usedRatio ?? null) : null,
    };
  });
}
