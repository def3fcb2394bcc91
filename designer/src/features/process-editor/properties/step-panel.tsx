import { Kbd, Menu, Switch } from '@mantine/core';
import { IconCopy, IconLink, IconTrash } from '@tabler/icons-react';
import type { Step } from '#core/drawing/step.ts';
import { drawnFrame, drawnStep } from '#core/drawing/drawn-step.ts';
import { deleteStep } from '../commands/steps/delete-step.ts';
import { duplicateStep } from '../commands/steps/duplicate-step.ts';
import { editStep } from '../commands/steps/edit-step.ts';
import { stepKindNames } from '../commands/steps/new-step.ts';
import { stepIcons } from '../board/nodes/step-icons.ts';
import { useDrawing, useEdit, useEditor, useIsOnRail } from '../state/editor-context.tsx';
import { askConnect } from '../state/focus-store.ts';
import { PanelHead } from './layout/panel-head.tsx';
import { ApprovalForm } from './steps/approval-form.tsx';
import { AssignForm } from './steps/assign-form.tsx';
import { BranchForm } from './steps/branch-form.tsx';
import { EachForm } from './steps/each-form.tsx';
import { EmailForm } from './steps/email-form.tsx';
import { LeaveForm } from './steps/leave-form.tsx';
import { NotifyForm } from './steps/notify-form.tsx';
import { ProcessForm } from './steps/process-form.tsx';
import { ScoreForm } from './steps/score-form.tsx';
import { TaskForm } from './steps/task-form.tsx';
import { UpdateForm } from './steps/update-form.tsx';
import { WaitForm } from './steps/wait-form.tsx';
import { WaitsForSection } from './steps/waits-for-section.tsx';
import { WebhookForm } from './steps/webhook-form.tsx';

function FormOf({ stage, step }: { stage: string; step: Step }) {
  switch (step.kind) {
    case 'task':
      return <TaskForm stage={stage} step={step} />;
    case 'approval':
      return <ApprovalForm stage={stage} step={step} />;
    case 'each':
      return <EachForm stage={stage} step={step} />;
    case 'webhook':
      return <WebhookForm stage={stage} step={step} />;
    case 'score':
      return <ScoreForm stage={stage} step={step} />;
    case 'process':
      return <ProcessForm stage={stage} step={step} />;
    case 'email':
      return <EmailForm stage={stage} step={step} />;
    case 'wait':
      return <WaitForm stage={stage} step={step} />;
    case 'branch':
      return <BranchForm stage={stage} step={step} />;
    case 'update':
      return <UpdateForm stage={stage} step={step} />;
    case 'assign':
      return <AssignForm stage={stage} step={step} />;
    case 'notify':
      return <NotifyForm stage={stage} step={step} />;
    case 'leave':
      return <LeaveForm stage={stage} step={step} />;
  }
}

function StepMenu({ stage, step }: { stage: string; step: Step }) {
  const edit = useEdit();
  const { focus } = useEditor();
  return (
    <>
      {step.kind !== 'leave' && (
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
  if (step.kind === 'notify' || step.kind === 'leave' || isOnRail) return null;
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
        icon={stepIcons[step.kind]}
        title={{
          value: step.name,
          onChange: rename,
          maxLength: 80,
          required: 'A step needs a name.',
        }}
        meta={`${stepKindNames[step.kind]} in ${place}`}
        aside={<MandatorySwitch stage={stage} step={step} />}
        menu={<StepMenu stage={stage} step={step} />}
      />
      <WaitsForSection stage={stage} step={id} />
      <FormOf stage={stage} step={step} />
    </>
  );
}
