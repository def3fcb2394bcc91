import { IconWebhook } from '@tabler/icons-react';
import type { StepOf } from '#core/drawing/step.ts';
import { choiceOf } from '../card-parts.ts';
import { byName, type EditorKind, namesNone } from '../editor-kind.ts';
import { WebhookForm } from './form.tsx';

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? 'no address yet';
}

/** What the screens of the editor show of the kind `webhook`. */
export const webhookEditor: EditorKind<StepOf<'webhook'>> = {
  icon: IconWebhook,
  group: 'Automatic',
  named: namesNone,
  card: (step) => ({ text: hostOf(step.url), ports: choiceOf(step) }),
  cardShows: 'facts',
  isQuiet: true,
  bead: byName,
  form: WebhookForm,
};
