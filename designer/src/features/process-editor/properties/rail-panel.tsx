import { Checkbox, Kbd, Menu } from '@mantine/core';
import { IconCopy, IconTimelineEvent, IconTrash } from '@tabler/icons-react';
import type { Rail } from '#core/drawing/rail.ts';
import { drawnRail } from '#core/drawing/drawn-step.ts';
import { putOptional } from '../commands/put-optional.ts';
import { deleteRail, duplicateRail, editRail } from '../commands/rails/rail-commands.ts';
import { useDrawing, useEdit, useEditor } from '../state/editor-context.tsx';
import { askAdd } from '../state/focus-store.ts';
import { AddButton } from './layout/add-button.tsx';
import { ChoiceField } from './inputs/choice-field.tsx';
import { stageOptions } from './inputs/stage-options.ts';
import { TriggerField } from './inputs/trigger-field.tsx';
import { PanelHead } from './layout/panel-head.tsx';
import styles from './panel.module.css';
import { RailSteps } from './rail-steps.tsx';
import { Section } from './layout/section.tsx';

const triggerKinds = ['silence', 'stage', 'step', 'event', 'when', 'start'] as const;

type Change = (what: string, recipe: (target: Rail) => void, typing?: boolean) => void;

/** From the entry of which stage to the leaving of which it runs; never backwards. */
function SpanFields({ rail, change }: { rail: Rail; change: Change }) {
  const { stages } = useDrawing();
  const options = stageOptions(stages);
  const at = (id: string) => stages.findIndex((stage) => stage.id === id);
  return (
    <Section title="Where">
      <div className={styles.two}>
        <ChoiceField
          label="From entering"
          value={rail.from}
          path="from"
          options={options}
          onChange={(from) =>
            change('its first stage', (target) => {
              target.from = from;
              if (at(target.to) < at(from)) target.to = from;
            })
          }
        />
        <ChoiceField
          label="Until leaving"
          value={rail.to}
          path="to"
          options={options.slice(Math.max(0, at(rail.from)))}
          onChange={(to) => change('its last stage', (target) => void (target.to = to))}
        />
      </div>
      <p className={styles.help}>Its steps run beside the stages and never hold a deal.</p>
    </Section>
  );
}

function RailMenu({ id }: { id: string }) {
  const edit = useEdit();
  return (
    <>
      <Menu.Item
        leftSection={<IconCopy size={16} stroke={1.5} />}
        rightSection={<Kbd>Ctrl D</Kbd>}
        onClick={() => edit((current) => duplicateRail(current, id))}
      >
        Duplicate
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTrash size={16} stroke={1.5} />}
        rightSection={<Kbd>Del</Kbd>}
        onClick={() => edit((current) => deleteRail(current, id))}
      >
        Delete
      </Menu.Item>
    </>
  );
}

/** All about one rail: where it runs, what sets it off, its steps. */
export function RailPanel({ id }: { id: string }) {
  const drawing = useDrawing();
  const { focus } = useEditor();
  const edit = useEdit();
  const rail = drawnRail(drawing, id);
  if (!rail) return null;
  const change: Change = (what, recipe, typing = false) =>
    void edit((current) => editRail(current, id, { what, recipe, typing }));
  const count = rail.steps.length;
  return (
    <>
      <PanelHead
        icon={IconTimelineEvent}
        title={{
          value: rail.name,
          onChange: (name) => change('name', (target) => void (target.name = name), true),
          maxLength: 60,
          required: 'A rail needs a name.',
        }}
        meta={`Rail, ${count} ${count === 1 ? 'step' : 'steps'}`}
        menu={<RailMenu id={id} />}
      />
      <SpanFields rail={rail} change={change} />
      <Section title="When">
        <TriggerField
          label="It starts when"
          value={rail.trigger}
          path="trigger"
          kinds={triggerKinds}
          onChange={(trigger, typing) =>
            change('what sets it off', (target) => void (target.trigger = trigger), typing)
          }
        />
        <Checkbox
          size="xs"
          label="It may run again after it has ended"
          checked={rail.again === true}
          data-path="again"
          onChange={() =>
            change('whether it runs again', (target) =>
              putOptional(target, 'again', target.again === true ? undefined : true),
            )
          }
        />
      </Section>
      <Section title="Steps" path="steps" action={<AddButton onClick={() => askAdd(focus)} />}>
        <RailSteps rail={rail} />
      </Section>
    </>
  );
}
