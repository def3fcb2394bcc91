import {
  IconArrowBarRight,
  IconArrowsSplit2,
  IconBell,
  IconCheckbox,
  IconHourglass,
  IconMail,
  IconPencil,
  IconScoreboard,
  IconShieldCheck,
  IconSitemap,
  IconStack2,
  IconUserShare,
  IconWebhook,
} from '@tabler/icons-react';
import type { StepKind } from '#core/drawing/step.ts';
import type { IconType } from '../../../../ui/state-chip.tsx';

/** One icon for each kind of step, the same on cards, in the palette and in lists. */
export const stepIcons: Record<StepKind, IconType> = {
  task: IconCheckbox,
  approval: IconShieldCheck,
  each: IconStack2,
  email: IconMail,
  wait: IconHourglass,
  branch: IconArrowsSplit2,
  update: IconPencil,
  assign: IconUserShare,
  notify: IconBell,
  webhook: IconWebhook,
  score: IconScoreboard,
  process: IconSitemap,
  leave: IconArrowBarRight,
};
