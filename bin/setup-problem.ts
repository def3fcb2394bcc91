/** Something the person at the keyboard can put right: one sentence with the remedy, shown without a stack. */
export class SetupProblem extends Error {
  override name = 'SetupProblem';
}

/** The message of anything thrown, for a sentence that quotes it. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
