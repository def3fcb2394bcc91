import type { ComponentType } from 'react';
import type { Step } from '#core/drawing/step.ts';
import type { IconType } from '../../../ui/state-chip.tsx';
import type { NamedDirectory } from '../state/editor-context.tsx';
import type { NameOf, StepWords } from './card-parts.ts';

/** A step or a way out that a card names, besides fields and people. */
type NamedOnCard = { step: string } | { target: string } | 'none';

/** What a card is written with. */
export interface CardNames {
  directory: NamedDirectory;
  /** The label of a field by its id. */
  fieldOf: NameOf;
  /** The name of what `named` answers; empty when it answers with `none`. */
  named: string;
}

/**
 * What the screens of the editor show of the steps of one kind. Every member is asked of every kind, so
 * that a new kind cannot forget one.
 */
export interface EditorKind<S extends Step> {
  icon: IconType;
  /** Where the palette offers it; lists show it as a hint. */
  group: 'People' | 'Automatic';
  named: (step: S) => NamedOnCard;
  card: (step: S, names: CardNames) => StepWords;
  /** What the card shows below the name: who, what and when, or only the ports. */
  cardShows: 'facts' | 'ports';
  /** The board shows it less strongly than the work of people. */
  isQuiet: boolean;
  /** What a rail shows instead of the name; undefined for the name. */
  bead: (step: S, fieldOf: NameOf) => string | undefined;
  form: ComponentType<{ stage: string; step: S }>;
}

/** The answer of a kind whose card names no other element. */
export const namesNone = (): 'none' => 'none';

/** The answer of a kind that a rail shows by its name. */
export const byName = (): undefined => undefined;
