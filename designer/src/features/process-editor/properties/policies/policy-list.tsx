import { addPolicy } from '../../commands/clocks/policy-commands.ts';
import { useDrawing, useEdit } from '../../state/editor-context.tsx';
import { AddButton } from '../layout/add-button.tsx';
import { ListEntry } from '../layout/list-entry.tsx';
import { useOpenedEntry } from '../layout/opened-entry.ts';
import styles from '../panel.module.css';
import { PolicyForm } from './policy-form.tsx';
import { Section } from '../layout/section.tsx';

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
      action={<AddButton onClick={add} />}
    >
      {policies.length === 0 && (
        <p className={styles.help}>Deadlines need one: who is told, and when.</p>
      )}
      <ul className={styles.list}>
        {policies.map((policy) => (
          <ListEntry
            key={policy.id}
            path={`policies.${policy.id}`}
            name={policy.name}
            meta={`${policy.levels.length} ${policy.levels.length === 1 ? 'level' : 'levels'}`}
            isOpen={opened === policy.id}
            onToggle={() => toggle(policy.id)}
          >
            <PolicyForm policy={policy} />
          </ListEntry>
        ))}
      </ul>
    </Section>
  );
}
