import type { EndTarget, FollowUp } from '#core/drawing/drawing.ts';
import {
  addFollowUp,
  deleteFollowUp,
  editFollowUp,
} from '../../commands/exits/follow-up-commands.ts';
import { putFilled, putOptional } from '../../commands/put-optional.ts';
import { useDrawing, useEdit, useEditor } from '../../state/editor-context.tsx';
import { endName } from '../../state/selection.ts';
import { AddButton } from '../layout/add-button.tsx';
import { ChoiceField } from '../inputs/choice-field.tsx';
import { ConditionField } from '../inputs/condition-field.tsx';
import { DurationField } from '../inputs/duration-field.tsx';
import { MappingField } from '../inputs/mapping-field.tsx';
import { useOtherProcess, useProcesses } from '../inputs/use-processes.ts';
import { OrderButtons } from '../layout/order-buttons.tsx';
import styles from '../panel.module.css';
import { Section } from '../layout/section.tsx';

/** One process that is started after the end: which, when, under which condition, with which fields. */
function FollowUpCard({ end, one, index }: { end: EndTarget; one: FollowUp; index: number }) {
  const { fields } = useDrawing();
  const edit = useEdit();
  const processes = useProcesses();
  const other = useOtherProcess(one.process);
  const path = `outcomes.${end}.then.${index}`;
  const change = (what: string, recipe: (target: FollowUp) => void, typing = false) =>
    edit((drawing) => editFollowUp(drawing, end, one.id, { what, recipe, typing }));
  return (
    <div className={styles.card} data-path={path} tabIndex={-1}>
      <div className={styles.cardHead}>
        <div className={styles.grow}>
          <ChoiceField
            label={`Process ${index + 1}`}
            hideLabel
            value={one.process === 'none' ? undefined : one.process}
            path={`${path}.process`}
            placeholder="Choose a process…"
            options={processes}
            onChange={(process) => change('process', (target) => void (target.process = process))}
          />
        </div>
        <OrderButtons
          name={`process ${index + 1}`}
          index={index}
          count={1}
          onDelete={() => edit((drawing) => deleteFollowUp(drawing, end, one.id))}
        />
      </div>
      <DurationField
        label="After"
        value={one.after}
        path={`${path}.after`}
        placeholder="0"
        onChange={(after) =>
          change('when it starts', (target) => void (target.after = after), true)
        }
        onClear={() =>
          change('when it starts', (target) => putOptional(target, 'after', undefined))
        }
      />
      <ConditionField
        label="Only if"
        value={one.when}
        path={`${path}.when`}
        placeholder="always"
        onChange={(text) => change('condition', (target) => putFilled(target, 'when', text), true)}
      />
      <MappingField
        label="Taken along"
        value={one.fields}
        path={`${path}.fields`}
        from={fields.map(({ id, label }) => ({ value: id, label }))}
        to={other.fields}
        onChange={(pairs) => change('fields', (target) => void (target.fields = pairs))}
      />
    </div>
  );
}

/** Which processes follow an end, now or after a while. */
export function FollowUps({ end }: { end: EndTarget }) {
  const drawing = useDrawing();
  const { processKey } = useEditor();
  const edit = useEdit();
  const processes = useProcesses();
  const then = drawing.outcomes[end].then ?? [];
  const first = processes.find(({ value }) => value !== processKey)?.value;
  const add = (
    <AddButton
      disabled={then.length >= 10}
      onClick={() => edit((current) => addFollowUp(current, end, first ?? 'none'))}
    />
  );
  const name = endName(drawing, end);
  return (
    <Section title="What follows" path={`outcomes.${end}.then`} action={add}>
      {then.length === 0 && <p className={styles.help}>Nothing starts by itself after {name}.</p>}
      <div>
        {then.map((one, index) => (
          <FollowUpCard key={one.id} end={end} one={one} index={index} />
        ))}
      </div>
    </Section>
  );
}
