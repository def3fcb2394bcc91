import type { DealDetail } from '../../contract/deals.ts';
import { formatDuration } from '#core/time/duration.ts';
import { drawnStage } from '#core/drawing/drawn-step.ts';
import { clockUse } from '../../describe/time-left.ts';
import type { Calendars } from '../calendars/calendars.ts';
import { stageUnit } from '../board/deal-card.ts';
import type { Version } from '../process/versions.ts';
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

/** By when the stage ends that the deal is in. */
function dueOf({ version, calendars }: Around, visit: VisitRow): StageLine['due'] {
  const { zone } = calendars.of(null, version.drawing.calendar);
  return visit.due_at && { at: visit.due_at.toISOString(), zone };
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
    const isLostHere = row.state === 'lost' && stage.id === row.stage;
    const state = isCurrent
      ? 'current'
      : isLostHere
        ? 'lost'
        : isDone
          ? 'done'
          : index < at
            ? 'passed'
            : 'later';
    return {
      stage: stage.id,
      name: stage.shortName || stage.name,
      state,
      text: isDone ? (useOf(around, visit)?.usedText ?? '') : plannedText(version, stage.id),
      due: isCurrent && visit ? dueOf(around, visit) : null,
      usedRatio: isDone ? (useOf(around, visit)?.usedRatio ?? null) : null,
    };
  });
}
