import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { addPolicy } from '../commands/policy-commands.ts';
import { useDrawing, useEdit } from '../state/editor-context.tsx';
import { useOpenedEntry } from './opened-entry.ts';
import styles from './panel.module.css';
import { PolicyForm } from './policy-form.tsx';
import { Section } from './section.tsx';

/** The escalation policies of the process; one is open at a time. */
export function PolicyList() {
  const { policies } = useDrawing();
  const edit = useEdit();
  const { opened, open, toggle } = useOpenedEntry('policies');
  const add = () => {
    let added = '';
    edit((drawing) => {
      const { command, id } = addPolicy(drawing);
      added = id;
      return command;
    });
    open(added);
  };
  return (
    <Section
      title="Escalation policies"
      meta={String(policies.length)}
      path="policies"
      action={
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={add}
        >
          Add
        </Button>
      }
    >
      {policies.length === 0 && (
        <p className={styles.help}>Deadlines need one: who is told, and when.</p>
      )}
      <ul className={styles.list}>
        {policies.map((policy) => {
          const isOpen = opened === policy.id;
          const Chevron = isOpen ? IconChevronDown : IconChevronRight;
          return (
            <li key={policy.id} data-path={`policies.${policy.id}`} tabIndex={-1}>
              <div className={styles.item}>
                <button
                  type="button"
                  className={styles.open}
                  aria-expanded={isOpen}
                  onClick={() => toggle(policy.id)}
                >
                  <Chevron size={14} stroke={1.5} aria-hidden />
                  <span className={`${styles.grow} cut`}>{policy.name}</span>
                  <span className="meta">
                    {policy.levels.length} {policy.levels.length === 1 ? 'level' : 'levels'}
                  </span>
                </button>
              </div>
              {isOpen && <PolicyForm policy={policy} />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
