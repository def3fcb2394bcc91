import { Temporal } from 'temporal-polyfill';
import { readFile } from '#core/file/read-file.ts';
import { calendarFileSchema } from '#core/time/calendar-schema.ts';
import { dueInstant } from '#core/time/due.ts';
import { parseDuration, type Duration } from '#core/time/duration.ts';
import { reasonOf, SetupProblem } from '../setup-problem.ts';
import type { Command } from './command.ts';
import { fileProblemText } from './problem-text.ts';
import { readText } from './read-text.ts';

export const due: Command = {
  name: 'due',
  summary: 'Says when something is due, in the working time of a calendar.',
  options: {
    calendar: { type: 'string', value: 'FILE', required: true, help: 'zone, week, exceptions' },
    start: {
      type: 'string',
      value: 'INSTANT',
      required: true,
      help: '2026-03-27T16:00 in the calendar’s zone, or with an offset',
    },
    target: { type: 'string', value: 'TIME', required: true, help: '90min, 2h, 1d, 2bh or 3bd' },
  },
  help: [
    'Prints the due instant twice: in UTC, and in the zone of the calendar.',
    '',
    'Example: npx stagewright due --calendar office.json --start 2026-03-27T16:00 --target 2bh',
  ].join('\n'),
  async run({ options }, terminal) {
    const file = String(options['calendar']);
    const read = readFile(readText(file), calendarFileSchema);
    if (!read.ok) {
      for (const problem of read.problems) terminal.note(fileProblemText(file, problem));
      return 1;
    }
    const { zone } = read.value;
    const start = readStart(String(options['start']), zone);
    const target = readTarget(String(options['target']));
    const at = Temporal.Instant.fromEpochMilliseconds(
      count(() => dueInstant(start, target, read.value)),
    );
    terminal.out(at.toString());
    terminal.out(at.toZonedDateTimeISO(zone).toString());
    return 0;
  },
};

/** Epoch ms. Without an offset the time is that of the calendar's zone. */
function readStart(text: string, zone: string): number {
  try {
    const hasOffset = /(Z|[+-]\d\d:?\d\d)(\[.*\])?$/i.test(text);
    return hasOffset
      ? Temporal.Instant.from(text).epochMilliseconds
      : Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    throw new SetupProblem(
      `--start is "${text}", which is no instant: write 2026-03-27T16:00, or 2026-03-27T15:00Z.`,
    );
  }
}

function readTarget(text: string): Duration {
  const target = parseDuration(text);
  if (target && target.n >= 0) return target;
  throw new SetupProblem(
    `--target is "${text}", which is no time to work: write a number from 0 and s, min, h, d, bh or bd, like 2bh.`,
  );
}

/** A calendar that never opens is a person's to put right. */
function count(work: () => number): number {
  try {
    return work();
  } catch (error) {
    throw new SetupProblem(reasonOf(error));
  }
}
