import { IconArrowRight, IconBolt, IconHandClick } from '@tabler/icons-react';
import type { Exit, Stage } from '#core/drawing/stage.ts';
import { addExit, moveExit } from '../../commands/exits/exit-commands.ts';
import { deleteSelection } from '../../commands/delete-selection.ts';
import { useDrawing, useEdit, useEditor } from '../../state/editor-context.tsx';
import { targetName } from '../../state/selection.ts';
import { AddButton } from '../layout/add-button.tsx';
import { moveLabel } from './exit-words.ts';
import { OrderButtons } from '../layout/order-buttons.tsx';
import styles from '../panel.module.css';
import { Section } from '../layout/section.tsx';

const icons = { auto: IconArrowRight, manual: IconHandClick, event: IconBolt };

function ExitRow({ stage, exit, index }: { stage: Stage; exit: Exit; index: number }) {
  const drawing = useDrawing();
  const edit = useEdit();
  const { store } = useEditor();
  const selection = { kind: 'exit', stage: stage.id, id: exit.id } as const;
  const Icon = icons[exit.mode];
  const name = exit.name ?? `To ${targetName(drawing, exit.to)}`;
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.open}
        onClick={() => store.getState().select(selection, 'open')}
      >
        <Icon size={14} stroke={1.5} aria-hidden />
        <span className={`${styles.grow} cut`}>{name}</span>
        <span className="meta">{moveLabel(exit)}</span>
      </button>
      <OrderButtons
        name={name}
        index={index}
        count={stage.exits.length}
        onMove={(by) => edit((current) => moveExit(current, stage.id, exit.id, by))}
        onDelete={() => {
          edit((current) => ({ ...deleteSelection(current, selection) }));
          store.getState().select({ kind: 'stage', stage: stage.id });
        }}
      />
    </li>
  );
}

/** The ways out of a stage, in the order in which they are tried. */
export function ExitList({ stage }: { stage: Stage }) {
  const edit = useEdit();
  return (
    <Section
      title="Exits"
      meta="tried in this order"
      path="exits"
      action={
        <AddButton
          disabled={stage.exits.length >= 20}
          onClick={() => edit((drawing) => addExit(drawing, stage.id))}
        />
      }
    >
      {stage.exits.length === 0 ? (
        <p className={styles.help}>No way out is drawn yet.</p>
      ) : (
        <ul className={styles.list}>
          {stage.exits.map((exit, index) => (
            <ExitRow key={exit.id} stage={stage} exit={exit} index={index} />
          ))}
        </ul>
      )}
    </Section>
  );
}
