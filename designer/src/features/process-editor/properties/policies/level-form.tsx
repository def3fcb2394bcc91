import type { EscalationPolicy, LevelAction } from '#core/drawing/escalation-policy.ts';
import { putFilled } from '../../commands/put-optional.ts';
import { LevelActions } from './level-actions.tsx';
import { OffsetField } from '../inputs/offset-field.tsx';
import { RecipientsField } from '../inputs/recipients-field.tsx';
import { offsetText } from './ladder.tsx';
import { OrderButtons } from '../layout/order-buttons.tsx';
import styles from '../panel.module.css';

type Level = EscalationPolicy['levels'][number];

interface LevelFormProps {
  level: Level;
  index: number;
  /** Path of the level in its policy's list. */
  path: string;
  change: (what: string, recipe: (target: Level) => void, typing?: boolean) => void;
  onDelete: () => void;
}

/** One level: when it fires, who is told, what else it does. */
export function LevelForm({ level, index, path, change, onDelete }: LevelFormProps) {
  return (
    <li
      className={styles.level}
      data-due={offsetText(level.offset) === 'due'}
      data-path={path}
      tabIndex={-1}
    >
      <div className={styles.cardHead}>
        <OffsetField
          value={level.offset}
          path={`${path}.offset`}
          onChange={(offset, typing) =>
            change('levels', (target) => void (target.offset = offset), typing)
          }
        />
        <OrderButtons name={`level ${index + 1}`} index={index} count={1} onDelete={onDelete} />
      </div>
      <RecipientsField
        label={`Who is told at level ${index + 1}`}
        hideLabel
        value={level.to}
        path={`${path}.to`}
        optional={(level.actions ?? []).length > 0}
        onChange={(to) => change('levels', (target) => void (target.to = to))}
      />
      <LevelActions
        actions={level.actions ?? []}
        index={index}
        path={`${path}.actions`}
        onChange={(actions: LevelAction[], typing) =>
          change('actions', (target) => putFilled(target, 'actions', actions), typing)
        }
      />
    </li>
  );
}
