import { isBusinessUnit, type Duration } from '../../time/duration.ts';
import type { Step } from '../../drawing/step.ts';
import type { DirectoryRule } from '../directory-context.ts';
import type { Problem } from '../problem.ts';
import { eachStep, quoted } from '../rule-context.ts';
import { inProcess, inStep, problem } from '../report.ts';
import type { DirectoryContext } from '../directory-context.ts';

/** Every deadline counts on a calendar that exists and has working time. */
export const calendars: DirectoryRule = function* calendars(context) {
  yield* ofProcess(context);
  const told = new Set<string>();
  for (const { stage, step } of eachStep(context)) {
    if (step.kind !== 'task' || step.assign.kind !== 'department' || !step.due) continue;
    const department = context.departments.get(step.assign.department);
    if (!department || told.has(department.key)) continue;
    told.add(department.key);
    const place = inStep(stage, step, 'assign.department');
    const name = quoted(department.name);
    if (department.calendar === null) {
      const message = `${name} has no calendar, but its tasks have deadlines. Set the calendar of the department.`;
      yield problem('department-without-calendar', place, message);
    } else if (
      isBusinessUnit(step.due.unit) &&
      context.calendars.get(department.calendar)?.workingTime === false
    ) {
      const message = `The calendar of ${name} has no working time. Give it hours, or choose another.`;
      yield problem('calendar-without-working-time', place, message);
    }
  }
};

function* ofProcess({ drawing, calendars: known }: DirectoryContext): Iterable<Problem> {
  const calendar = known.get(drawing.calendar);
  const place = inProcess('calendar');
  const first = [...known.values()].find((one) => one.workingTime);
  const fix = first && {
    label: `Use ${quoted(first.key)}`,
    patch: [{ op: 'replace' as const, path: ['calendar'], value: first.key }],
  };
  if (!calendar) {
    const message = `The process counts on the calendar ${quoted(drawing.calendar)}, which does not exist. Choose another.`;
    yield problem('unknown-calendar', place, message, fix);
  } else if (!calendar.workingTime && drawing.stages.some(countsBusinessTime)) {
    const message = `The calendar of the process has no working time, but deadlines count on it. Give it hours, or choose another.`;
    yield problem('calendar-without-working-time', place, message, fix);
  }
}

function countsBusinessTime(stage: { deadline?: unknown; steps: Step[] }): boolean {
  return Boolean(stage.deadline) || stage.steps.some((step) => durationsOf(step).some(isBusiness));
}

/** Of steps that count on the process's calendar. */
function durationsOf(step: Step): (Duration | undefined)[] {
  if (step.kind === 'task') return step.assign.kind === 'department' ? [] : [step.due];
  if (step.kind !== 'wait') return [];
  return [step.for.kind === 'time' ? step.for.duration : step.for.timeout];
}

function isBusiness(duration: Duration | undefined): boolean {
  return duration !== undefined && isBusinessUnit(duration.unit);
}
