import { IconColumns3, IconMinus } from '@tabler/icons-react';
import { stepKindNames } from '../commands/new-step.ts';
import { stepIcons } from '../board/step-icons.ts';
import { useAddItem, type Item } from '../palette/add-item.ts';
import { paletteGroups } from '../palette/palette-items.ts';
import { useDrawing, useEditor, useEditorState } from '../state/editor-context.tsx';
import { closeList } from '../state/focus-store.ts';
import { selectionName } from '../state/selection.ts';
import { PickList, type PickItem } from './pick-list.tsx';

const items: PickItem[] = [
  ...paletteGroups.flatMap((group) =>
    group.kinds.map((kind) => ({
      id: kind,
      label: stepKindNames[kind],
      hint: group.title,
      icon: stepIcons[kind],
    })),
  ),
  { id: 'stage', label: 'Stage', hint: 'Board', icon: IconColumns3 },
  { id: 'rail', label: 'Rail', hint: 'Board', icon: IconMinus },
];

/** What can be added at the selection, by name. */
export function AddList() {
  const { focus } = useEditor();
  const drawing = useDrawing();
  const selection = useEditorState((state) => state.selection);
  const add = useAddItem();
  const name = selectionName(drawing, selection);
  const where = {
    process: 'Add',
    end: 'Add',
    stage: `Add to ${name}`,
    rail: `Add to ${name}`,
    step: `Add behind ${name}`,
    link: `Add between ${name}`,
    exit: 'Add',
  }[selection.kind];
  return (
    <PickList
      title={where}
      placeholder="Task, wait, branch…"
      items={items}
      empty="Nothing of that name can be added."
      onPick={(id) => add(id as Item)}
      onClose={() => closeList(focus)}
    />
  );
}
