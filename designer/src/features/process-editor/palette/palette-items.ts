import type { StepKind } from '#core/drawing/step.ts';

/** What the palette offers, in groups. */
export const paletteGroups: { title: string; kinds: StepKind[] }[] = [
  { title: 'People', kinds: ['task', 'approval', 'each', 'email', 'wait', 'branch'] },
  {
    title: 'Automatic',
    kinds: ['update', 'assign', 'notify', 'webhook', 'score', 'process', 'leave'],
  },
];

/** Type of the data that travels while a palette item is dragged onto the board. */
export const dragType = 'application/x-stagewright-item';
