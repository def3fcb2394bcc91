/** A way a step can end. */
export interface Port {
  id: string;
  label: string;
  /** Whether it is the port of a step that is stepped over (E1); the first that passes counts. */
  passes: boolean;
}

/** A port by which a step's work went well. */
export function passing(id: string, label: string): Port {
  return { id, label, passes: true };
}

/** A port by which it did not, or which a condition chooses. */
export function notPassing(id: string, label: string): Port {
  return { id, label, passes: false };
}
