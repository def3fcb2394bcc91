import { Kbd, Menu } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconColumns3,
  IconCopy,
  IconTrash,
} from '@tabler/icons-react';
import type { Stage } from '#core/drawing/stage.ts';
import { deleteStage } from '../commands/stages/delete-stage.ts';
import { duplicateStage } from '../commands/stages/duplicate-stage.ts';
import { editStage } from '../commands/stages/edit-stage.ts';
import { moveStage } from '../commands/stages/move-stage.ts';
import { putFilled, putOptional } from '../commands/put-optional.ts';
import { useDrawing, useEdit } from '../state/editor-context.tsx';
import { CriteriaEditor } from './criteria-editor.tsx';
import { DeadlineSection } from './clocks/deadline-section.tsx';
import { ExitList } from './exits/exit-list.tsx';
import { NumberField } from './inputs/number-field.tsx';
import { TextField } from './inputs/text-field.tsx';
import { PanelHead } from './layout/panel-head.tsx';
import styles from './panel.module.css';
import { PolicySection } from './policies/policy-section.tsx';
import { Section } from './layout/section.tsx';

function StageMenu({ stage }: { stage: Stage }) {
  const edit = useEdit();
  return (
    <>
      <Menu.Item
        leftSection={<IconArrowLeft size={16} stroke={1.5} />}
        onClick={() => edit((drawing) => moveStage(drawing, stage.id, -1))}
      >
        Move left
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowRight size={16} stroke={1.5} />}
        onClick={() => edit((drawing) => moveStage(drawing, stage.id, 1))}
      >
        Move right
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCopy size={16} stroke={1.5} />}
        rightSection={<Kbd>Ctrl D</Kbd>}
        onClick={() => edit((drawing) => duplicateStage(drawing, stage.id))}
      >
        Duplicate
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTrash size={16} stroke={1.5} />}
        rightSection={<Kbd>Del</Kbd>}
        onClick={() => edit((drawing) => deleteStage(drawing, stage.id))}
      >
        Delete
      </Menu.Item>
    </>
  );
}

function Basics({ stage }: { stage: Stage }) {
  const edit = useEdit();
  const change = (what: string, recipe: (target: Stage) => void) =>
    edit((drawing) => editStage(drawing, stage.id, { what, recipe, typing: true }));
  return (
    <Section title="On boards">
      <div className={styles.two}>
        <TextField
          label="Short name"
          value={stage.shortName ?? ''}
          path="shortName"
          maxLength={22}
          placeholder={stage.name.slice(0, 22)}
          onChange={(text) =>
            change('short name', (target) => putFilled(target, 'shortName', text))
          }
        />
        <NumberField
          label="Win probability"
          value={stage.probability}
          path="probability"
          min={0}
          max={100}
          unit="%"
          onChange={(n) => change('probability', (target) => void (target.probability = n))}
        />
      </div>
    </Section>
  );
}

/** All about one stage. */
export function StagePanel({ id }: { id: string }) {
  const drawing = useDrawing();
  const edit = useEdit();
  const index = drawing.stages.findIndex((one) => one.id === id);
  const stage = drawing.stages[index];
  if (!stage) return null;
  const rename = (name: string) =>
    edit((current) =>
      editStage(current, id, {
        what: 'name',
        typing: true,
        recipe: (target) => void (target.name = name),
      }),
    );
  const setPolicy = (policy: string | undefined) =>
    edit((current) =>
      editStage(current, id, {
        what: 'policy',
        recipe: (target) => putOptional(target, 'policy', policy),
      }),
    );
  const { steps } = stage;
  return (
    <>
      <PanelHead
        icon={IconColumns3}
        title={{
          value: stage.name,
          onChange: rename,
          maxLength: 60,
          required: 'A stage needs a name, as an action: “Send the offer”.',
        }}
        meta={`Stage ${index + 1} of ${drawing.stages.length}, ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`}
        menu={<StageMenu stage={stage} />}
      />
      <Basics stage={stage} />
      <DeadlineSection stage={stage} />
      {stage.deadline && <PolicySection value={stage.policy} onChange={setPolicy} />}
      <ExitList stage={stage} />
      <CriteriaEditor stage={stage} side="criteria" />
      <CriteriaEditor stage={stage} side="entry" />
    </>
  );
}
