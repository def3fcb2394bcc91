import { IconColumns3, IconMinus, IconPlus } from '@tabler/icons-react';
import type { StepKind } from '#core/drawing/step.ts';
import type { IconType } from '../../../ui/state-chip.tsx';
import { KeyCap } from '../../../ui/shortcuts/key-cap.tsx';
import { useEditor, useEditorState } from '../state/editor-context.tsx';
import { editorKinds } from '../step-kinds/editor-kinds.ts';
import { rulesOfKinds } from '../step-kinds/rules-of-kinds.ts';
import { askAdd } from '../state/focus-store.ts';
import { useAddItem } from './add-item.ts';
import { BoardOverview } from './board-overview.tsx';
import { dragType, paletteGroups } from './palette-items.ts';
import styles from './palette.module.css';

interface ItemProps {
  item: StepKind | 'stage' | 'rail';
  label: string;
  icon: IconType;
}

function PaletteItem({ item, label, icon: Icon }: ItemProps) {
  const add = useAddItem();
  return (
    <button
      type="button"
      className={styles.item}
      draggable
      title={`Add ${label}: click, or drag onto a stage`}
      onDragStart={(event) => event.dataTransfer.setData(dragType, item)}
      onClick={() => add(item)}
    >
      <Icon size={16} stroke={1.5} aria-hidden />
      {label}
    </button>
  );
}

/** What can be added, by click or by drag; below it the board as a whole. */
export function Palette() {
  const { focus } = useEditor();
  const readOnly = useEditorState((state) => state.readOnly);
  return (
    <aside className={styles.palette} aria-label="Palette">
      {!readOnly && (
        <div className={styles.items}>
          <button type="button" className={styles.add} onClick={() => askAdd(focus)}>
            <IconPlus size={14} stroke={1.5} aria-hidden />
            Add
            <KeyCap>A</KeyCap>
          </button>
          {paletteGroups.map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <h2>{group.title}</h2>
              {group.kinds.map((kind) => (
                <PaletteItem
                  key={kind}
                  item={kind}
                  label={rulesOfKinds[kind].name}
                  icon={editorKinds[kind].icon}
                />
              ))}
            </div>
          ))}
          <div role="group" aria-label="Board">
            <h2>Board</h2>
            <PaletteItem item="stage" label="Stage" icon={IconColumns3} />
            <PaletteItem item="rail" label="Rail" icon={IconMinus} />
          </div>
        </div>
      )}
      <BoardOverview />
    </aside>
  );
}
