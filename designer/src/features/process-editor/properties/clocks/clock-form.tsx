import { Button, Group } from '@mantine/core';
import type { ProcessClock } from '#core/drawing/process-clock.ts';
import { deleteClock, editClock } from '../../commands/clocks/clock-commands.ts';
import { putOptional } from '../../commands/put-optional.ts';
import { useEdit } from '../../state/editor-context.tsx';
import { PolicyField } from '../inputs/policy-field.tsx';
import { TextField } from '../inputs/text-field.tsx';
import { TimingField } from '../inputs/timing-field.tsx';
import { TriggerField } from '../inputs/trigger-field.tsx';
import styles from '../panel.module.css';

const kinds = ['start', 'event', 'stage', 'step', 'when'] as const;

const optional = [
  { name: 'pause', label: 'It is paused when' },
  { name: 'resume', label: 'It goes on when' },
  { name: 'reset', label: 'It begins anew when' },
  { name: 'cancel', label: 'It is given up when' },
] as const;

/** One clock of the process: how long, who hears of it, what starts, stops and holds it. */
export function ClockForm({ clock }: { clock: ProcessClock }) {
  const edit = useEdit();
  const path = `clocks.${clock.id}`;
  const change = (what: string, recipe: (target: ProcessClock) => void, typing = false) =>
    edit((drawing) => editClock(drawing, clock.id, { what, recipe, typing }));
  return (
    <div className={styles.card}>
      <TextField
        label="Name"
        value={clock.name}
        path={`${path}.name`}
        required="A clock needs a name."
        maxLength={60}
        onChange={(name) => change('name', (target) => void (target.name = name), true)}
      />
      <TriggerField
        label="It starts when"
        value={clock.start}
        path={`${path}.start`}
        kinds={kinds}
        onChange={(start, typing) =>
          change('start', (target) => void (target.start = start), typing)
        }
      />
      <TriggerField
        label="It stops when"
        value={clock.stop}
        path={`${path}.stop`}
        kinds={kinds}
        onChange={(stop, typing) => change('stop', (target) => void (target.stop = stop), typing)}
      />
      <TimingField
        label="Due after"
        value={clock.target}
        path={`${path}.target`}
        ready="it starts"
        noStage
        onChange={(target, typing) => change('target', (one) => void (one.target = target), typing)}
      />
      <PolicyField
        value={clock.policy}
        path={`${path}.policy`}
        onChange={(policy) => change('policy', (target) => putOptional(target, 'policy', policy))}
      />
      {optional.map(({ name, label }) => (
        <TriggerField
          key={name}
          label={label}
          value={clock[name]}
          path={`${path}.${name}`}
          kinds={kinds}
          none="Never"
          onChange={(trigger, typing) =>
            change(name, (target) => void (target[name] = trigger), typing)
          }
          onNone={() => change(name, (target) => putOptional(target, name, undefined))}
        />
      ))}
      <Group justify="flex-end">
        <Button
          size="compact-xs"
          variant="subtle"
          color="danger"
          onClick={() => edit((drawing) => deleteClock(drawing, clock.id))}
        >
          Delete clock
        </Button>
      </Group>
    </div>
  );
}
