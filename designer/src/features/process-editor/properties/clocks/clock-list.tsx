import { formatDuration } from '#core/time/duration.ts';
import { addClock } from '../../commands/clocks/clock-commands.ts';
import { useDrawing, useEdit } from '../../state/editor-context.tsx';
import { AddButton } from '../layout/add-button.tsx';
import { ClockForm } from './clock-form.tsx';
import { ListEntry } from '../layout/list-entry.tsx';
import { useOpenedEntry } from '../layout/opened-entry.ts';
import styles from '../panel.module.css';
import { Section } from '../layout/section.tsx';

/** The clocks of the process as a whole; one is open at a time. */
export function ClockList() {
  const { clocks = [] } = useDrawing();
  const edit = useEdit();
  const { opened, open, toggle } = useOpenedEntry('clocks');
  const add = () => {
    let added = '';
    edit((drawing) => {
      const { command, id } = addClock(drawing);
      added = id;
      return command;
    });
    open(added);
  };
  return (
    <Section
      title="Clocks"
      meta={String(clocks.length)}
      path="clocks"
      action={<AddButton disabled={clocks.length >= 20} onClick={add} />}
    >
      {clocks.length === 0 && (
        <p className={styles.help}>Deadlines that belong to no stage, such as the first contact.</p>
      )}
      <ul className={styles.list}>
        {clocks.map((clock) => (
          <ListEntry
            key={clock.id}
            path={`clocks.${clock.id}`}
            name={clock.name}
            meta={formatDuration(clock.target)}
            isOpen={opened === clock.id}
            onToggle={() => toggle(clock.id)}
          >
            <ClockForm clock={clock} />
          </ListEntry>
        ))}
      </ul>
    </Section>
  );
}
