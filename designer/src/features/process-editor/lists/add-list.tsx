import { IconColumns3, IconMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { firstPortsBehind, portsBehind } from '../commands/steps/add-step.ts';
import { useAddItem, type Item } from '../palette/add-item.ts';
import { paletteGroups } from '../palette/palette-items.ts';
import { useDrawing, useEditor, useEditorState } from '../state/editor-context.tsx';
import { editorKinds } from '../step-kinds/editor-kinds.ts';
import { rulesOfKinds } from '../step-kinds/rules-of-kinds.ts';
import { closeList, type LineEnd } from '../state/focus-store.ts';
import { selectionName, type Selection } from '../state/selection.ts';
import { PickList, type PickItem } from './pick-list.tsx';
import { PortChoice } from './port-choice.tsx';

/** Group of what is no step. */
const BOARD = 'Board';

const items: PickItem[] = [
  ...paletteGroups.flatMap((group) =>
    group.kinds.map((kind) => ({
      id: kind,
      label: rulesOfKinds[kind].name,
      hint: group.title,
      icon: editorKinds[kind].icon,
    })),
  ),
  { id: 'stage', label: 'Stage', hint: BOARD, icon: IconColumns3 },
  { id: 'rail', label: 'Rail', hint: BOARD, icon: IconMinus },
];

/** Where the list adds: behind the step that a line was drawn from, else at the selection. */
function useWhere(): { where: Selection; line: LineEnd | undefined } {
  const { focus } = useEditor();
  const selection = useEditorState((state) => state.selection);
  const line = useStore(focus, (state) => state.line);
  const from = line?.from;
  return { line, where: from ? { kind: 'step', stage: from.stage, id: from.id } : selection };
}

/** By which ports of the step before the new one comes, where there is a choice. */
function usePorts(where: Selection, line: LineEnd | undefined) {
  const drawing = useDrawing();
  const [first] = useState(() => {
    if (line?.from) return [line.from.port];
    return where.kind === 'step' ? firstPortsBehind(drawing, where.stage, where.id) : [];
  });
  const [by, setBy] = useState<string[]>(first);
  const ports = where.kind === 'step' ? portsBehind(drawing, where.stage, where.id) : [];
  return { ports, by, setBy };
}

/** What can be added at the selection or at the end of a line, by name. */
export function AddList() {
  const { focus } = useEditor();
  const drawing = useDrawing();
  const { where: selection, line } = useWhere();
  const { ports, by, setBy } = usePorts(selection, line);
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
      items={line?.from ? items.filter(({ hint }) => hint !== BOARD) : items}
      at={line?.at}
      empty="Nothing of that name can be added."
      onPick={(id) => add(id as Item, selection, ports.length > 0 ? by : undefined)}
      onClose={() => closeList(focus)}
    >
      {ports.length > 0 && (
        <PortChoice label={`When ${name} ended by`} ports={ports} value={by} onChange={setBy} />
      )}
    </PickList>
  );
}
