import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { LevelAction } from '#core/drawing/escalation-policy.ts';
import { AssigneeField } from '../inputs/assignee-field.tsx';
import { eventName } from '../inputs/names-field.tsx';
import { TextField } from '../inputs/text-field.tsx';
import { OrderButtons } from '../layout/order-buttons.tsx';
import styles from '../panel.module.css';

type Kind = LevelAction['kind'];

const names: Record<Kind, string> = {
  reassign: 'Reassign the task',
  toQueue: 'Put the task back into the queue',
  raisePriority: 'Raise the priority',
  markAtRisk: 'Mark the deal at risk',
  raise: 'Raise an event',
};

function fresh(kind: Kind): LevelAction {
  if (kind === 'reassign') return { kind, to: { kind: 'role', role: 'manager' } };
  if (kind === 'raise') return { kind, event: 'escalated' };
  return { kind };
}

interface LevelActionsProps {
  actions: readonly LevelAction[];
  index: number;
  path: string;
  onChange: (actions: LevelAction[], typing: boolean) => void;
}

function Details(props: {
  action: LevelAction;
  path: string;
  put: (next: LevelAction, typing: boolean) => void;
}) {
  const { action, path, put } = props;
  if (action.kind === 'reassign') {
    return (
      <AssigneeField
        label="Reassign to"
        value={action.to}
        path={`${path}.to`}
        brief
        onChange={(to) => put({ kind: 'reassign', to }, false)}
      />
    );
  }
  if (action.kind !== 'raise') return null;
  return (
    <TextField
      label="Event"
      value={action.event}
      path={`${path}.event`}
      required="Name the event."
      maxLength={40}
      description="Waits and exits drawn for it follow."
      onChange={(text) => {
        const event = eventName(text);
        if (event !== '') put({ kind: 'raise', event }, true);
      }}
    />
  );
}

/** What a level does besides telling people; each kind once. */
export function LevelActions({ actions, index, path, onChange }: LevelActionsProps) {
  const free = (Object.keys(names) as Kind[]).filter(
    (kind) => !actions.some((action) => action.kind === kind),
  );
  const put = (at: number, next: LevelAction, typing: boolean) =>
    onChange(
      actions.map((action, one) => (one === at ? next : action)),
      typing,
    );
  return (
    <div className={styles.stack} data-path={path} tabIndex={-1}>
      {actions.map((action, at) => (
        <div key={action.kind} className={styles.stack}>
          <div className={styles.cardHead}>
            <span className={`${styles.grow} cut`}>{names[action.kind]}</span>
            <OrderButtons
              name={`${names[action.kind]} at level ${index + 1}`}
              index={at}
              count={1}
              onDelete={() =>
                onChange(
                  actions.filter((_action, one) => one !== at),
                  false,
                )
              }
            />
          </div>
          <Details
            action={action}
            path={`${path}.${at}`}
            put={(next, typing) => put(at, next, typing)}
          />
        </div>
      ))}
      {free.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              className={styles.add ?? ''}
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={14} stroke={1.5} />}
              aria-label={`Add an action to level ${index + 1}`}
            >
              Action
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {free.map((kind) => (
              <Menu.Item key={kind} onClick={() => onChange([...actions, fresh(kind)], false)}>
                {names[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
