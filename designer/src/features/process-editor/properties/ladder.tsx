import type { EscalationPolicy, Offset } from '#core/drawing/escalation-policy.ts';
import { useEditor } from '../state/editor-context.tsx';
import { recipientsText } from './inputs/recipients-field.tsx';
import styles from './panel.module.css';

/** When a level fires: `−25 %`, `due`, `+1 bd`. */
export function offsetText(offset: Offset): string {
  const [n, unit] = 'percent' in offset ? [offset.percent, '%'] : [offset.n, offset.unit];
  if (n === 0) return 'due';
  return `${n < 0 ? '−' : '+'}${Math.abs(n)} ${unit}`;
}

/** An escalation policy as a small vertical time line; the red point is the due instant. */
export function Ladder({ policy }: { policy: EscalationPolicy }) {
  const { directory } = useEditor();
  if (policy.levels.length === 0) return <p className={styles.help}>This policy has no levels.</p>;
  return (
    <ol className={styles.ladder}>
      {policy.levels.map((level) => (
        <li key={level.id} data-due={offsetText(level.offset) === 'due'}>
          <b>{offsetText(level.offset)}</b>
          <span className="mute">tell {recipientsText(level.to, directory)}</span>
        </li>
      ))}
    </ol>
  );
}
