/** What a drawing refers to in the organisation, as it is when the drawing is validated. */
export interface Directory {
  departments: {
    key: string;
    name: string;
    /** How many active people are in it. */
    members: number;
    /** Id of the person who leads it. */
    lead: string | null;
    /** Key of its calendar. */
    calendar: string | null;
  }[];
  people: { id: string; name: string; active: boolean }[];
  calendars: {
    key: string;
    /** False when no day of it has working time within reach (4,000 days). */
    workingTime: boolean;
  }[];
}
