import { IconMail } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { type NameOf } from '../card-parts.ts';
import { byName, type EditorKind, namesNone } from '../editor-kind.ts';
import { EmailForm } from './form.tsx';

/** A subject with the names of its values: `Your offer for [Place]`. */
function plainSubject(subject: string, nameOf: NameOf): string {
  return subject.replace(
    /\{\{-?\s*(?:deal\.)?([\w.]+)[^}]*\}\}/g,
    (_whole, path: string) => `[${nameOf(path)}]`,
  );
}

/** What the screens of the editor show of the kind `email`. */
export const emailEditor: EditorKind<StepOf<'email'>> = {
  icon: IconMail,
  group: 'People',
  named: namesNone,
  card: ({ subject }, { fieldOf }) => ({ text: plainSubject(subject, fieldOf), ports: [] }),
  cardShows: 'facts',
  isQuiet: false,
  bead: byName,
  form: EmailForm,
};
