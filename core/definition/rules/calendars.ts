import { drawnKindOf } from '../../step-kinds/drawn-kinds.ts';
import { isBusinessUnit, type Duration } from '../../time/duration.ts';
import type { Step } from '../../drawing/step.ts';
import type { DirectoryContext, DirectoryRule } from '../directory/directory-context.ts';
import { departmentsOf } from '../naming/named-people.ts';
import type { Problem } from '../problems/problem.ts';
import { eachStep, quoted } from './rule-context.ts';
import { inProcess, inStep, problem } from '../problems/report.ts';

/** Every deadline counts on a calendar that exists and has working time. */
export const calendars: DirectoryRule = function* calendars(context) {
  yield* ofProcess(context);
  const told = new Set<string>();
  for (const { home, step } of eachStep(context)) {
    if ((step.kind !== 'task' && step.kind !== 'each') || !step.due) continue;
    for (const { department: key, fieldPath } of departmentsOf(step)) {
      const department = context.departments.get(key);
      if (!department || told.has(key)) continue;
      told.add(key);
      const place = inStep(home, step, fieldPath);
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
  }
};

function* ofProcess(context: DirectoryContext): Iterable<Problem> {
  const { drawing, calendars: known } = context;
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
  } else if (!calendar.workingTime && countsBusinessTime(context)) {
    const message = `The calendar of the process has no working time, but deadlines count on it. Give it hours, or choose another.`;
    yield problem('calendar-without-working-time', place, message, fix);
  }
}

function countsBusinessTime(context: DirectoryContext): boolean {
  const { stages, clocks = [] } = context.drawing;
  if (stages.some(({ deadline }) => deadline) || clocks.length > 0) return true;
  for (const { step } of eachStep(context)) if (durationsOf(step).some(isBusiness)) return true;
  return false;
}

/** Of steps that count on the process's calendar; what a department does counts on its own. */
function durationsOf(step: Step): Duration[] {
  const times = [...drawnKindOf(step).times(step)];
  const isDepartments = [...departmentsOf(step)].length > 0;
  return times.filter(({ as }) => as !== 'due' || !isDepartments).map(({ timing }) => timing);
}

function isBusiness(duration: Duration): boolean {
  return isBusinessUnit(duration.unit);
}
