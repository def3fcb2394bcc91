import { IconHourglass } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { formatDuration } from '#core/time/duration.ts';
import { choiceOf, timingText, type NameOf } from '../card-parts.ts';
import { type EditorKind, namesNone } from '../editor-kind.ts';
import { WaitForm } from './form.tsx';

function waitText(step: StepOf<'wait'>, nameOf: NameOf): string {
  if (step.for.kind === 'time') return timingText(step.for.duration, nameOf);
  const { event, timeout } = step.for;
  return timeout ? `${event}, at most ${formatDuration(timeout)}` : event;
}

/** The time that passes: `+2 bd`; a wait for an event is shown by its name. */
function beadText(step: StepOf<'wait'>, nameOf: NameOf): string | undefined {
  if (step.for.kind !== 'time') return undefined;
  const { duration } = step.for;
  const text = timingText(duration, nameOf);
  return duration.from === undefined || duration.from === 'ready' ? `+${text}` : text;
}

/** What the screens of the editor show of the kind `wait`. */
export const waitEditor: EditorKind<StepOf<'wait'>> = {
  icon: IconHourglass,
  group: 'People',
  named: namesNone,
  card: (step, { fieldOf }) => ({ text: waitText(step, fieldOf), ports: choiceOf(step) }),
  cardShows: 'facts',
  isQuiet: true,
  bead: beadText,
  form: WaitForm,
};
