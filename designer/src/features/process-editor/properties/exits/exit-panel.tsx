import { Kbd, Menu, SegmentedControl, Switch } from '@mantine/core';
import { IconArrowBarRight, IconTrash } from '@tabler/icons-react';
import { continueTarget } from '#core/drawing/drawing.ts';
import type { Exit } from '#core/drawing/stage.ts';
import { drawnStage } from '#core/drawing/drawn-step.ts';
import { deleteSelection } from '../../commands/delete-selection.ts';
import { editExit } from '../../commands/stages/edit-stage.ts';
import { putFilled, putOptional } from '../../commands/put-optional.ts';
import { useDrawing, useEdit, useEditor } from '../../state/editor-context.tsx';
import { findExit, leadsBack, selectionName, targetName } from '../../state/selection.ts';
import { ContinueFields } from './continue-fields.tsx';
import { ExitBackSection } from './exit-back-section.tsx';
import { ChoiceField } from '../inputs/choice-field.tsx';
import { ConditionField } from '../inputs/condition-field.tsx';
import { exitTargets, TargetFields } from '../inputs/target-fields.tsx';
import { TextField } from '../inputs/text-field.tsx';
import { PanelHead } from '../layout/panel-head.tsx';
import styles from '../panel.module.css';
import { Section } from '../layout/section.tsx';

const modes = [
  { value: 'auto', label: 'Automatic' },
  { value: 'manual', label: 'By a person' },
  { value: 'event', label: 'On event' },
];

const modeHelp: Record<Exit['mode'], string> = {
  auto: 'The deal moves by itself when nothing mandatory is open and the condition holds.',
  manual: 'A person moves the deal; the gate names everything that is missing.',
  event: 'The deal moves when the deadline passes or an event comes.',
};

interface PartProps {
  exit: Exit;
  change: (what: string, recipe: (target: Exit) => void, typing?: boolean) => void;
}

/** Which event takes the exit: the stage's deadline, or one from outside by its name. */
function EventPart({ exit, change }: PartProps) {
  const isDeadline = exit.event === 'deadline';
  return (
    <>
      <ChoiceField
        label="Event"
        value={isDeadline ? 'deadline' : 'external'}
        path="event"
        options={[
          { value: 'deadline', label: 'The deadline of the stage passed' },
          { value: 'external', label: 'An event from outside' },
        ]}
        onChange={(next) =>
          change(
            'event',
            (target) => void (target.event = next === 'deadline' ? next : 'withdrawn'),
          )
        }
      />
      {!isDeadline && (
        <TextField
          label="Name of the event"
          value={exit.event ?? ''}
          path="event"
          required="Name the event."
          maxLength={40}
          onChange={(event) => change('event', (target) => void (target.event = event), true)}
        />
      )}
    </>
  );
}

function GatePart({ exit, change, isBack }: PartProps & { isBack: boolean }) {
  if (exit.to === 'lost' || isBack) return null;
  return (
    <Section title="Gate">
      <Switch
        size="xs"
        label="Leave even when mandatory steps are open"
        checked={exit.ungated}
        onChange={() => change('gate', (target) => void (target.ungated = !target.ungated))}
      />
      {exit.ungated && (
        <p className={styles.help}>Open mandatory steps are waived, and that is recorded.</p>
      )}
    </Section>
  );
}

/** All about one way out of a stage. */
export function ExitPanel({ stage, id }: { stage: string; id: string }) {
  const drawing = useDrawing();
  const edit = useEdit();
  const { store } = useEditor();
  const exit = findExit(drawing, stage, id);
  if (!exit) return null;
  const change: PartProps['change'] = (what, recipe, typing = false) =>
    void edit((current) => editExit(current, stage, id, { what, recipe, typing }));
  const remove = () => edit((current) => deleteSelection(current, { kind: 'exit', stage, id }));
  return (
    <>
      <PanelHead
        icon={IconArrowBarRight}
        title={selectionName(drawing, { kind: 'exit', stage, id })}
        meta={
          <button
            type="button"
            className="link"
            onClick={() => store.getState().select({ kind: 'stage', stage })}
          >
            Exit of {drawnStage(drawing, stage)?.name}
          </button>
        }
        menu={
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.5} />}
            rightSection={<Kbd>Del</Kbd>}
            onClick={remove}
          >
            Delete
          </Menu.Item>
        }
      />
      <Section title="How">
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="How the exit is taken"
          data={modes}
          value={exit.mode}
          onChange={(mode) =>
            change('mode', (target) => {
              target.mode = mode as Exit['mode'];
              putOptional(target, 'event', mode === 'event' ? 'deadline' : undefined);
            })
          }
        />
        <p className={styles.help}>{modeHelp[exit.mode]}</p>
        {exit.mode === 'event' && <EventPart exit={exit} change={change} />}
      </Section>
      <Section title="Where to">
        <TargetFields
          options={[
            ...exitTargets(drawing, stage),
            { value: continueTarget, label: 'On in another process' },
          ]}
          to={exit.to}
          reason={exit.reason}
          askReason={exit.mode !== 'manual'}
          onChange={(to, reason) =>
            change('target', (target) => {
              target.to = to;
              putOptional(target, 'reason', reason);
              const other = target.continueIn ?? { process: 'none' };
              putOptional(target, 'continueIn', to === continueTarget ? other : undefined);
            })
          }
        />
        {exit.to === continueTarget && (
          <ContinueFields
            value={exit.continueIn}
            onChange={(next) => change('process', (target) => void (target.continueIn = next))}
          />
        )}
        <TextField
          label="Name"
          value={exit.name ?? ''}
          path="name"
          maxLength={60}
          placeholder={`To ${targetName(drawing, exit.to)}`}
          onChange={(text) => change('name', (target) => putFilled(target, 'name', text), true)}
        />
      </Section>
      <Section title="Only if">
        <ConditionField
          label="The exit is offered while this is true"
          value={exit.when}
          path="when"
          placeholder="always"
          onChange={(text) =>
            change('condition', (target) => putFilled(target, 'when', text), true)
          }
        />
      </Section>
      <ExitBackSection stage={stage} exit={exit} change={change} />
      <GatePart exit={exit} change={change} isBack={leadsBack(drawing, stage, exit.to)} />
    </>
  );
}
