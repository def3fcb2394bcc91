import { Checkbox, Kbd, Menu } from '@mantine/core';
import { IconArrowBackUp, IconArrowRight, IconTrash } from '@tabler/icons-react';
import type { Link } from '#core/drawing/link.ts';
import { linkPortsOf, portsOf } from '#core/drawing/ports.ts';
import { isSame } from '#core/run/state/same-value.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { editLink } from '../commands/stages/edit-stage.ts';
import { putFilled } from '../commands/put-optional.ts';
import { useDrawing, useEdit } from '../state/editor-context.tsx';
import { findLink, selectionName } from '../state/selection.ts';
import { ConditionField } from './inputs/condition-field.tsx';
import { NumberField } from './inputs/number-field.tsx';
import { PanelHead } from './layout/panel-head.tsx';
import styles from './panel.module.css';
import { Section } from './layout/section.tsx';

/**
 * By which outcomes of its source a link is live. Whichever outcome there is, is said by no port; the first attempt
 * is not one of them, so it is always named.
 */
function PortsSection({ stage, link }: { stage: string; link: Link }) {
  const drawing = useDrawing();
  const edit = useEdit();
  const source = drawnStep(drawing, stage, link.from);
  const ports = source ? linkPortsOf(source) : [];
  if (!source || ports.length < 2) return null;
  const ends = portsOf(source).map(({ id }) => id);
  const chosen = link.ports.length === 0 ? ends : link.ports;
  const toggle = (port: string) => {
    const next = ports
      .map(({ id }) => id)
      .filter((id) => (id === port ? !chosen.includes(id) : chosen.includes(id)));
    if (next.length === 0) return;
    edit((current) =>
      editLink(current, stage, link.id, {
        what: 'outcomes',
        recipe: (target) => void (target.ports = isSame(next, ends) ? [] : next),
      }),
    );
  };
  return (
    <Section title="When it ended by" path="ports">
      <div className={styles.stack}>
        {ports.map((port) => (
          <Checkbox
            key={port.id}
            size="xs"
            label={port.label}
            checked={chosen.includes(port.id)}
            onChange={() => toggle(port.id)}
          />
        ))}
      </div>
    </Section>
  );
}

/** How often a rework link may be taken (E13). */
function ReworkSection({ stage, link }: { stage: string; link: Link }) {
  const edit = useEdit();
  if (!link.rework) return null;
  return (
    <Section title="How often" path="rework">
      <NumberField
        label="A visit of the stage may be sent back at most"
        value={link.rework.max}
        path="rework.max"
        min={1}
        max={50}
        unit={link.rework.max === 1 ? 'time' : 'times'}
        onChange={(max) =>
          edit((current) =>
            editLink(current, stage, link.id, {
              what: 'how often',
              typing: true,
              recipe: (target) => void (target.rework = { max }),
            }),
          )
        }
      />
      <p className={styles.help}>
        Both steps and all between them are reset; what was filled in comes back as a suggestion. At
        the limit a person decides: one more round, waive, or lost.
      </p>
    </Section>
  );
}

/** All about one dependency, or one way back. */
export function LinkPanel({ stage, id }: { stage: string; id: string }) {
  const drawing = useDrawing();
  const edit = useEdit();
  const link = findLink(drawing, stage, id);
  if (!link) return null;
  return (
    <>
      <PanelHead
        icon={link.rework ? IconArrowBackUp : IconArrowRight}
        title={selectionName(drawing, { kind: 'link', stage, id })}
        meta={
          link.rework
            ? 'Rework: starts another round of the second step'
            : 'The second step waits for the first'
        }
        menu={
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.5} />}
            rightSection={<Kbd>Del</Kbd>}
            onClick={() => edit((current) => deleteSelection(current, { kind: 'link', stage, id }))}
          >
            Delete
          </Menu.Item>
        }
      />
      <PortsSection stage={stage} link={link} />
      <ReworkSection stage={stage} link={link} />
      <Section title="Only if">
        <ConditionField
          label={
            link.rework ? 'Sent back only while this is true' : 'The path is cut when this is false'
          }
          value={link.when}
          path="when"
          placeholder="always"
          onChange={(text) =>
            edit((current) =>
              editLink(current, stage, id, {
                what: 'condition',
                typing: true,
                recipe: (target) => putFilled(target, 'when', text),
              }),
            )
          }
        />
      </Section>
    </>
  );
}
