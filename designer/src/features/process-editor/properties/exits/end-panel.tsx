import { Button, TextInput } from '@mantine/core';
import { IconFlag, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { EndTarget } from '#core/drawing/drawing.ts';
import { endName } from '../../state/selection.ts';
import { addReason, deleteReason, renameReason } from '../../commands/exits/reason-commands.ts';
import { useDrawing, useEdit } from '../../state/editor-context.tsx';
import { FollowUps } from './follow-ups.tsx';
import { TextField } from '../inputs/text-field.tsx';
import { OrderButtons } from '../layout/order-buttons.tsx';
import { PanelHead } from '../layout/panel-head.tsx';
import styles from '../panel.module.css';
import { Section } from '../layout/section.tsx';

function AddReason({ end }: { end: EndTarget }) {
  const edit = useEdit();
  const [label, setLabel] = useState('');
  const name = label.trim();
  const add = () => {
    if (name !== '') edit((drawing) => addReason(drawing, end, name));
    setLabel('');
  };
  return (
    <div className={styles.cardHead}>
      <TextInput
        className={styles.grow ?? ''}
        size="xs"
        aria-label="New reason"
        placeholder="New reason"
        value={label}
        maxLength={60}
        onChange={(event) => setLabel(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      <Button size="xs" variant="default" disabled={name === ''} onClick={add}>
        Add
      </Button>
    </div>
  );
}

/** The reasons that are asked for at an end, and what follows it. */
export function EndPanel({ end }: { end: EndTarget }) {
  const drawing = useDrawing();
  const edit = useEdit();
  const { reasons } = drawing.outcomes[end];
  return (
    <>
      <PanelHead
        icon={end === 'won' ? IconFlag : IconX}
        title={endName(drawing, end)}
        meta="An end of every deal"
      />
      <Section
        title="Reasons"
        meta="asked for when a deal ends here"
        path={`outcomes.${end}.reasons`}
      >
        {reasons.map((reason, index) => (
          <div key={reason.id} className={styles.cardHead}>
            <div className={styles.grow}>
              <TextField
                label={`Reason ${index + 1}`}
                hideLabel
                value={reason.label}
                path={`outcomes.${end}.reasons.${index}`}
                required="A reason needs a name."
                maxLength={60}
                onChange={(label) => edit(() => renameReason(end, reason.id, label))}
              />
            </div>
            <OrderButtons
              name={reason.label}
              index={index}
              count={1}
              onDelete={() => edit((drawing) => deleteReason(drawing, end, reason.id))}
            />
          </div>
        ))}
        <AddReason end={end} />
      </Section>
      <FollowUps end={end} />
    </>
  );
}
