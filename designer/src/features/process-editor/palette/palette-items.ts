import { editorKinds } from '../step-kinds/editor-kinds.ts';
import { stepKinds } from '../step-kinds/rules-of-kinds.ts';

/** What the palette offers, in groups. */
export const paletteGroups = (['People', 'Automatic'] as const).map((title) => ({
  title,
  kinds: stepKinds.filter((kind) => editorKinds[kind].group === title),
}));

/** Type of the data that travels while a palette item is dragged onto the board. */
export const dragType = 'application/x-stagewright-item';
