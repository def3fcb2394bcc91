import type { Rail } from '#core/drawing/rail.ts';
import { deleteStep } from '../commands/steps/delete-step.ts';
import { inOrder, isChain } from '../commands/rails/rail-chain.ts';
import { moveRailStep } from '../commands/rails/rail-commands.ts';
import { useEdit, useEditor } from '../state/editor-context.tsx';
import { editorKindOf } from '../step-kinds/editor-kinds.ts';
import { OrderButtons } from './layout/order-buttons.tsx';
import styles from './panel.module.css';

/** The steps of a rail in their order: opened, moved, deleted. */
export function RailSteps({ rail }: { rail: Rail }) {
  const { store } = useEditor();
  const edit = useEdit();
  const steps = inOrder(rail);
  if (steps.length === 0) {
    return <p className={styles.help}>Nothing happens yet. A new step goes behind the last.</p>;
  }
  return (
    <>
      <ol className={styles.list}>
        {steps.map((step, index) => {
          const Icon = editorKindOf(step).icon;
          return (
            <li key={step.id} className={styles.item}>
              <button
                type="button"
                className={styles.open}
                onClick={() =>
                  store.getState().select({ kind: 'step', stage: rail.id, id: step.id }, 'open')
                }
              >
                <Icon size={14} stroke={1.5} aria-hidden />
                <span className={`${styles.grow} cut`}>{step.name}</span>
              </button>
              <OrderButtons
                name={step.name}
                index={index}
                count={steps.length}
                onMove={(by) => edit((drawing) => moveRailStep(drawing, rail.id, step.id, by))}
                onDelete={() => edit((drawing) => deleteStep(drawing, rail.id, step.id))}
              />
            </li>
          );
        })}
      </ol>
      {!isChain(rail) && (
        <p className={styles.help}>
          Some of these steps run side by side; moving one puts them into a row.
        </p>
      )}
    </>
  );
}
