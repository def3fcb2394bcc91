import type { Criterion, Stage } from '#core/drawing/stage.ts';
import { editStage } from '../commands/stages/edit-stage.ts';
import { newId } from '../commands/new-id.ts';
import { useEdit } from '../state/editor-context.tsx';
import { AddButton } from './layout/add-button.tsx';
import { ConditionField } from './inputs/condition-field.tsx';
import { TextField } from './inputs/text-field.tsx';
import { OrderButtons } from './layout/order-buttons.tsx';
import styles from './panel.module.css';
import { Section } from './layout/section.tsx';

interface CriteriaEditorProps {
  stage: Stage;
  side: 'entry' | 'criteria';
}

const words = {
  entry: { title: 'To enter', empty: 'Nothing is asked of a deal that enters.' },
  criteria: { title: 'To leave forward', empty: 'Open mandatory steps alone hold a deal.' },
};

/** What must hold before a deal enters the stage, or leaves it forward. */
export function CriteriaEditor({ stage, side }: CriteriaEditorProps) {
  const edit = useEdit();
  const { title, empty } = words[side];
  const change = (what: string, recipe: (list: Criterion[]) => void, typing = false) =>
    edit((drawing) =>
      editStage(drawing, stage.id, {
        what,
        typing,
        recipe: (target) => recipe(target[side]),
      }),
    );
  const add = (
    <AddButton
      disabled={stage[side].length >= 20}
      onClick={() =>
        change('criteria', (list) => {
          list.push({ id: newId('criterion'), label: 'New criterion', when: '' });
        })
      }
    />
  );
  return (
    <Section title={title} action={add} path={side}>
      {stage[side].length === 0 && <p className={styles.help}>{empty}</p>}
      {stage[side].map((criterion, index) => (
        <div key={criterion.id} className={styles.card}>
          <div className={styles.cardHead}>
            <div className={styles.grow}>
              <TextField
                label={`Criterion ${index + 1}`}
                hideLabel
                value={criterion.label}
                path={`${side}.${index}.label`}
                required="Say what must hold, as people read it."
                maxLength={120}
                onChange={(label) =>
                  change(
                    `criterion ${criterion.id}`,
                    (list) => {
                      const target = list[index];
                      if (target) target.label = label;
                    },
                    true,
                  )
                }
              />
            </div>
            <OrderButtons
              name={criterion.label}
              index={index}
              count={1}
              onDelete={() => change('criteria', (list) => void list.splice(index, 1))}
            />
          </div>
          <ConditionField
            label="Holds when"
            value={criterion.when}
            path={`${side}.${index}.when`}
            onChange={(when) =>
              change(
                `condition of ${criterion.id}`,
                (list) => {
                  const target = list[index];
                  if (target) target.when = when;
                },
                true,
              )
            }
          />
        </div>
      ))}
    </Section>
  );
}
