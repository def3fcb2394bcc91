import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { formatDuration } from '#core/time/duration.ts';
import { addClock } from '../commands/clock-commands.ts';
import { useDrawing, useEdit } from '../state/editor-context.tsx';
import { ClockForm } from './clock-form.tsx';
import { useOpenedEntry } from './opened-entry.ts';
import styles from './panel.module.css';
import { Section } from './section.tsx';

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
      action={
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          disabled={clocks.length >= 20}
          onClick={add}
        >
          Add
        </Button>
      }
    >
      {clocks.length === 0 && (
        <p className={styles.help}>Deadlines that belong to no stage, such as the first contact.</p>
      )}
      <ul className={styles.list}>
        {clocks.map((clock) => {
          const isOpen = opened === clock.id;
          const Chevron = isOpen ? IconChevronDown : IconChevronRight;
          return (
            <li key={clock.id} data-path={`clocks.${clock.id}`} tabIndex={-1}>
              <div className={styles.item}>
                <button
                  type="button"
                  className={styles.open}
                  aria-expanded={isOpen}
                  onClick={() => toggle(clock.id)}
                >
                  <Chevron size={14} stroke={1.5} aria-hidden />
                  <span className={`${styles.grow} cut`}>{clock.name}</span>
                  <span className="meta">{formatDuration(clock.target)}</span>
                </button>
              </div>
              {isOpen && <ClockForm clock={clock} />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
