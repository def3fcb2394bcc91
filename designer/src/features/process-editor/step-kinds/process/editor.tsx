import { IconSitemap } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { choiceOf } from '../card-parts.ts';
import { byName, type EditorKind, namesNone } from '../editor-kind.ts';
import { ProcessForm } from './form.tsx';

/** What the screens of the editor show of the kind `process`. */
export const processEditor: EditorKind<StepOf<'process'>> = {
  icon: IconSitemap,
  group: 'Automatic',
  named: namesNone,
  card: (step) => ({
    text: `${step.wait ? 'waits for' : 'starts'} ${step.process}`,
    ports: choiceOf(step),
  }),
  cardShows: 'facts',
  isQuiet: true,
  bead: byName,
  form: ProcessForm,
};
