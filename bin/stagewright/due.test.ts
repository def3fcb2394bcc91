import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../process/temporary-folder.ts';
import { run } from './testing/run.ts';

const folder = temporaryFolder('due');
afterAll(() => removeFolder(folder));

function calendar(
  more: object = {},
  days: { from: string; to: string }[] = [{ from: '09:00', to: '17:00' }],
) {
  const week = { mon: days, tue: days, wed: days, thu: days, fri: days, sat: [], sun: [] };
  const file = join(folder, 'calendar.json');
  writeFileSync(file, JSON.stringify({ zone: 'Europe/Warsaw', week, ...more }));
  return file;
}

const dueOf = (file: string, start: string, target: string) =>
  run('due', '--calendar', file, '--start', start, '--target', target);

describe('due', () => {
  it.each([
    ['2026-03-27T16:00', '2bh', '2026-03-30T08:00:00Z', '2026-03-30T10:00:00+02:00[Europe/Warsaw]'],
    [
      '2026-09-12T13:00Z',
      '2bh',
      '2026-09-14T09:00:00Z',
      '2026-09-14T11:00:00+02:00[Europe/Warsaw]',
    ],
    [
      '2026-09-11T08:30+02:00',
      '1bd',
      '2026-09-11T15:00:00Z',
      '2026-09-11T17:00:00+02:00[Europe/Warsaw]',
    ],
    ['2026-10-24T12:00', '1d', '2026-10-25T11:00:00Z', '2026-10-25T12:00:00+01:00[Europe/Warsaw]'],
  ])(
    '%s and %s later is told in UTC and in the calendar’s zone',
    async (start, target, utc, local) => {
      expect(await dueOf(calendar(), start, target)).toEqual({
        code: 0,
        out: [utc, local],
        notes: '',
      });
    },
  );

  it('heeds the exceptions of the calendar', async () => {
    const exceptions = [{ date: '2026-06-04', intervals: [], name: 'Corpus Christi' }];
    const { out } = await dueOf(calendar({ exceptions }), '2026-06-03T15:00', '4bh');
    expect(out[1]).toBe('2026-06-05T11:00:00+02:00[Europe/Warsaw]');
  });

  it('names what is wrong: calendar, start, target, or a calendar that never opens', async () => {
    const wrongZone = await dueOf(calendar({ zone: 'Mars' }), '2026-06-03T15:00', '4bh');
    expect(wrongZone).toMatchObject({ code: 1, out: [] });
    expect(wrongZone.notes).toContain('error  zone\n  “Mars” is not a time zone.');
    const wrong = async (start: string, target: string, days?: []) =>
      (await dueOf(calendar({}, days), start, target)).notes;
    expect(await wrong('soon', '4bh')).toMatch(/^--start is "soon", which is no instant: write /);
    expect(await wrong('2026-06-03T15:00', '4 weeks')).toMatch(/^--target is "4 weeks"/);
    expect(await wrong('2026-06-03T15:00', '1bh', [])).toContain('working time');
  });
});
