import type { Drawing } from '#core/drawing/drawing.ts';
import type { Step, StepOf } from '#core/drawing/step.ts';

/** A step that people do: it has a due time and a policy. */
export type WorkStep = Extract<Step, { shows: string[] }>;

/**
 * What the commands of the editor know about the steps of one kind. It has no screens, because forms call
 * commands. Every member is asked of every kind; a kind that has nothing to say answers with `none`.
 */
export interface KindRules<S extends Step> {
  /** What the palette and messages call the kind. */
  name: string;
  /** A new step, ready to be filled. */
  make: (id: string, drawing: Drawing) => S;
  isWork: S extends WorkStep ? true : false;
  /** A step of this kind can be mandatory; the panel offers it. */
  canBeMandatory: boolean;
  /** It leaves its stage, so nothing can follow it. */
  leavesStage: boolean;
  /** By which ports the steps behind a new step of this kind come. */
  ledOnBy: 'passing port' | 'every port';
  /** Why the last one of its ports stays; undefined when a port can be deleted. */
  whyPortStays: (step: S) => string | undefined;
  /** Takes a port out of the step, in place. */
  takePort: (step: S, port: string) => void;
  /** The condition under which the step ends by one of these ports; undefined when it has no condition. */
  portCondition: (step: S, ports: readonly string[]) => string | undefined;
  /** Gives the steps that it names another id, in place; those for which `idOf` has none are taken out. */
  renameSteps: (step: S, idOf: (step: string) => string | undefined) => void;
  /** Paths of fields that the step needs: it keeps the name of a deleted field and becomes a problem. */
  neededFields: readonly string[];
}

/** The answer of a kind that has nothing to say. */
export const none = (): undefined => undefined;

/** How most kinds of steps that no person does answer. */
export const automatic = {
  isWork: false,
  canBeMandatory: true,
  leavesStage: false,
  ledOnBy: 'passing port',
} as const;

/** How work of people answers. */
export const work = { ...automatic, isWork: true } as const;

/** Rules of one kind, by its name. */
export function kindRules<K extends Step['kind']>(rules: KindRules<StepOf<K>>) {
  return rules;
}
