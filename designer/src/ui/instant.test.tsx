import { describe, expect, it } from 'vitest';
import { inZone } from '../testing/in-zone.ts';
import { Instant } from './instant.tsx';
import { renderInTheme } from './render-in-theme.tsx';

const text = (reader: string, zone: string | null) =>
  inZone(reader, () => {
    const { container } = renderInTheme(<Instant at="2020-09-18T08:44:00Z" zone={zone} />);
    return container.textContent?.replace(/^[^F]*\.css[^}]*}/, '');
  });

describe('an instant', () => {
  it("is in the reader's zone, and names the calendar's where it is another", () => {
    expect(text('Asia/Tokyo', 'Europe/Warsaw')).toContain(
      'Fri 18 Sep 2020 17:44 (calendar: Europe/Warsaw)',
    );
    expect(text('America/New_York', 'Europe/Warsaw')).toContain(
      'Fri 18 Sep 2020 04:44 (calendar: Europe/Warsaw)',
    );
  });

  it('names no zone to a reader in the zone of the calendar, nor where no calendar measured it', () => {
    expect(text('Europe/Warsaw', 'Europe/Warsaw')).toMatch(/Fri 18 Sep 2020 10:44$/);
    expect(text('Asia/Kolkata', 'Asia/Calcutta')).toMatch(/14:14$/);
    expect(text('Asia/Tokyo', null)).toMatch(/17:44$/);
  });
});
