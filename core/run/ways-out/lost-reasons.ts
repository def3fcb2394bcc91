import type { ProcessDefinition } from '../../definition/definition.ts';

/** Why a deal is lost at an incident: the reasons named that the process knows, else its first. */
export function lostReasons({ reasons: { lost } }: ProcessDefinition, named: string[]): string[] {
  const known = lost.filter((reason) => named.includes(reason));
  return known.length > 0 ? known : lost.slice(0, 1);
}
