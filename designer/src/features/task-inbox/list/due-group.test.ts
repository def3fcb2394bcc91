import { describe, expect, it } from 'vitest';
import { inZone } from '../../../testing/in-zone.ts';
import { dueGroup } from './due-group.ts';

/** Wednesday 16 September 2026, 22:30 in Warsaw, and Thursday 05:30 in Tokyo. */
const now = new Date('2026-09-16T20:30:00Z');
const group = (zone: string, dueAt: string | null) => inZone(zone, () => dueGroup(dueAt, now));

describe('the group of a due', () => {
  it.each([
    ['2026-09-16T20:29:00Z', 'overdue'],
    ['2026-09-16T21:30:00Z', 'today'],
    ['2026-09-17T10:00:00Z', 'week'],
    ['2026-09-20T21:00:00Z', 'week'],
    ['2026-09-20T22:30:00Z', 'later'],
    [null, 'none'],
  ])('of a reader in Warsaw puts %s under %s', (due, expected) => {
    expect(group('Europe/Warsaw', due)).toBe(expected);
  });

  it('is by the day of the reader, whatever the zone of the calendar', () => {
    expect(group('Asia/Tokyo', '2026-09-17T10:00:00Z')).toBe('today');
    expect(group('America/Los_Angeles', '2026-09-17T10:00:00Z')).toBe('week');
    expect(group('America/Los_Angeles', '2026-09-17T05:00:00Z')).toBe('today');
  });

  it('ends the week on Sunday, also on a Sunday', () => {
    const sunday = new Date('2026-09-20T10:00:00Z');
    expect(inZone('UTC', () => dueGroup('2026-09-21T10:00:00Z', sunday))).toBe('later');
  });
});
