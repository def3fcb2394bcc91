import type { Drawing } from '../../drawing/drawing.ts';
import type { FieldType } from '../../drawing/field.ts';
import type { AutomaticStarts } from '../flow/automatic-starts.ts';

/**
 * What a drawing refers to in the organisation, as it is when the drawing is validated. What is left
 * out is not known, and not checked.
 */
export interface Directory {
  /** Key of the process that the drawing is of. */
  process?: string;
  departments: {
    key: string;
    name: string;
    /** How many active people are in it. */
    members: number;
    /** How many of them may own deals. */
    owners?: number;
    /** Id of the person who leads it. */
    lead: string | null;
    /** Key of its calendar. */
    calendar: string | null;
  }[];
  people: {
    id: string;
    name: string;
    active: boolean;
    role?: string;
    /** Skills and territories. */
    tags?: string[];
  }[];
  calendars: {
    key: string;
    /** False when no day of it has working time within reach (4,000 days). */
    workingTime: boolean;
  }[];
  /** The newest published drawing of this process; absent while there is none. */
  published?: Drawing;
  /** All processes, this one among them, as their newest version has it, or their draft while there is none. */
  processes?: {
    key: string;
    name: string;
    /** Whether a version is published, so that deals can start on it. */
    live: boolean;
    /** What its live version starts without a wait or a person. */
    starts?: AutomaticStarts | undefined;
    stages: { id: string; name: string }[];
    fields: { id: string; label: string; type: FieldType; personal: boolean }[];
  }[];
}
