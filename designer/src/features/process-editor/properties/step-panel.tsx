import { Kbd, Menu, Switch } from '@mantine/core';
import { IconCopy, IconLink, IconTrash } from '@tabler/icons-react';
import type { Step } from '#core/drawing/step.ts';
import { drawnFrame, drawnStep } from '#core/drawing/drawn-step.ts';
import { deleteStep } from '../commands/steps/delete-step.ts';
import { duplicateStep } from '../commands/steps/duplicate-step.ts';
import { editStep } from '../commands/steps/edit-step.ts';
import { editorKindOf } from '../step-kinds/editor-kinds.ts';
import { rulesOf } from '../step-kinds/rules-of-kinds.ts';
import { useDrawing, useEdit, useEditor, useIsOnRail } from '../state/editor-context.tsx';
import { askConnect } from '../state/focus-store.ts';
import { PanelHead } from './layout/panel-head.tsx';
import { WaitsForSection } from './steps/waits-for-section.tsx';

function StepMenu({ stage, step }: { stage: string; step: Step }) {
  const edit = useEdit();
  const { focus } = useEditor();
  return (
    <>
      {!rulesOf(step).leavesStage && (
        <Menu.Item
          leftSection={<IconLink size={16} stroke={1.5} />}
          rightSection={<Kbd>C</Kbd>}
          onClick={() => askConnect(focus)}
        >
          Connect to…
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconCopy size={16} stroke={1.5} />}
        rightSection={<Kbd>Ctrl D</Kbd>}
        onClick={() => edit((drawing) => duplicateStep(drawing, stage, step.id))}
      >
        Duplicate
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTrash size={16} stroke={1.5} />}
        rightSection={<Kbd>Del</Kbd>}
        onClick={() => edit((drawing) => deleteStep(drawing, stage, step.id))}
      >
        Delete
      </Menu.Item>
    </>
  );
}

function MandatorySwitch({ stage, step }: { stage: string; step: Step }) {
  const edit = useEdit();
  const isOnRail = useIsOnRail(stage);
  if (!rulesOf(step).canBeMandatory || isOnRail) return null;
  const toggle = (checked: boolean) =>
    edit((drawing) =>
      editStep(drawing, {
        stage,
        id: step.id,
        what: 'whether it is mandatory',
        recipe: (target) => void (target.mandatory = checked),
      }),
    );
  return (
    <Switch
      size="xs"
      labelPosition="left"
      label="Mandatory"
      checked={step.mandatory !== false}
      onChange={(event) => toggle(event.currentTarget.checked)}
    />
  );
}

/** All about one step. */
export function StepPanel({ stage, id }: { stage: string; id: string }) {
  const drawing = useDrawing();
  const edit = useEdit();
  const index = drawing.stages.findIndex((one) => one.id === stage);
  const step = drawnStep(drawing, stage, id);
  if (!step) return null;
  const { icon, form: Form } = editorKindOf(step);
  const holder = drawnFrame(drawing, stage)?.name ?? '';
  const place = index === -1 ? `rail ${holder}` : `${index + 1} ${holder}`;
  const rename = (name: string) =>
    edit((current) =>
      editStep(current, {
        stage,
        id,
        what: 'name',
        typing: true,
        recipe: (target) => void (target.name = name),
      }),
    );
  return (
    <>
      <PanelHead
        icon={icon}
        title={{
          value: step.name,
          onChange: rename,
          maxLength: 80,
          required: 'A step needs a name.',
        }}
        meta={`${rulesOf(step).name} in ${place}`}
        aside={<MandatorySwitch stage={stage} step={step} />}
        menu={<StepMenu stage={stage} step={step} />}
      />
      <WaitsForSection stage={stage} step={id} />
      <Form stage={stage} step={step} />
    </>
  );
}
