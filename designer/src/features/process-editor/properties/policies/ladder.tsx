import type { EscalationPolicy, LevelAction, Offset } from '#core/drawing/escalation-policy.ts';
import { useEditor, type NamedDirectory } from '../../state/editor-context.tsx';
import { assigneeText } from '../inputs/assignee-text.ts';
import { recipientsText } from '../inputs/recipients-field.tsx';
import styles from '../panel.module.css';

/** When a level fires: `−25 %`, `due`, `+1 bd`. */
export function offsetText(offset: Offset): string {
  const [n, unit] = 'percent' in offset ? [offset.percent, '%'] : [offset.n, offset.unit];
  if (n === 0) return 'due';
  return `${n < 0 ? '−' : '+'}${Math.abs(n)} ${unit}`;
}

type Level = EscalationPolicy['levels'][number];

/** Rough seconds, so that levels of different units stand in their order. */
const seconds = { s: 1, min: 60, h: 3600, d: 86_400, bh: 3600, bd: 28_800 } as const;

function weight({ offset }: Level): number {
  return 'percent' in offset ? offset.percent * 1000 : offset.n * seconds[offset.unit];
}

/** What an action does, in words: `reassign to Back office`. */
function actionText(action: LevelAction, directory: NamedDirectory): string {
  switch (action.kind) {
    case 'reassign':
      return `reassign to ${assigneeText(action.to, directory)}`;
    case 'toQueue':
      return 'back to the queue';
    case 'raisePriority':
      return 'raise priority';
    case 'markAtRisk':
      return 'mark at risk';
    case 'raise':
      return `raise ${action.event}`;
  }
}

function LevelRow({ level }: { level: Level }) {
  const { directory } = useEditor();
  const actions = (level.actions ?? []).map((action) => actionText(action, directory)).join(', ');
  const told = recipientsText(level.to, directory);
  const isDue = offsetText(level.offset) === 'due';
  const does = actions === '' ? (isDue ? 'overdue, tell' : 'tell') : actions;
  return (
    <li data-due={isDue}>
      <b>{offsetText(level.offset)}</b>
      <span className={`${styles.levelDoes} cut`} title={does}>
        {does}
      </span>
      <span className={`${styles.levelTo} mute cut`} title={told}>
        {told}
      </span>
    </li>
  );
}

/** An escalation policy as a small vertical time line; the red point is the due instant. */
export function Ladder({ policy }: { policy: EscalationPolicy }) {
  const levels = policy.levels.toSorted((a, b) => weight(a) - weight(b));
  if (levels.length === 0) return <p className={styles.help}>This policy has no levels.</p>;
  const before = levels.filter((level) => weight(level) < 0);
  const from = levels.filter((level) => weight(level) >= 0);
  const hasDue = levels.some((level) => offsetText(level.offset) === 'due');
  return (
    <ol className={styles.ladder}>
      {before.map((level) => (
        <LevelRow key={level.id} level={level} />
      ))}
      {!hasDue && (
        <li data-due="true">
          <b>due</b>
          <span className={`${styles.levelDoes} mute`}>overdue</span>
        </li>
      )}
      {from.map((level) => (
        <LevelRow key={level.id} level={level} />
      ))}
    </ol>
  );
}
