/** One thing in which two drawings differ, in words for both sides. */
export interface Difference {
  what: string;
  mine: string;
  theirs: string;
}
