/** A calendar has no working time within 4,000 days of an instant. */
export class NoWorkingTimeError extends Error {
  readonly zone: string;
  /** Epoch ms from which was searched. */
  readonly start: number;

  constructor(zone: string, start: number) {
    super(
      `The calendar (${zone}) has no working time within 4,000 days of ` +
        `${new Date(start).toISOString()}. Add hours to a weekday of the calendar, or use a ` +
        `duration in h or d.`,
    );
    this.name = 'NoWorkingTimeError';
    this.zone = zone;
    this.start = start;
  }
}
