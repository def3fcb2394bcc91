import { linkPortsOf } from '#core/drawing/ports.ts';
import type { Step } from '#core/drawing/step.ts';
import styles from '../panel.module.css';
import { Section } from '../layout/section.tsx';
import { useFollowers } from './followers.ts';

/** How a step ends whose outcomes are given, and what follows each. */
export function PortsSection({ stage, step }: { stage: string; step: Step }) {
  const followers = useFollowers(stage, step.id);
  return (
    <Section title="Outcomes" path="ports">
      <ul className={styles.list}>
        {linkPortsOf(step).map(({ id, label }) => (
          <li key={id} className={styles.item}>
            <span className="cut">{label}</span>
            <span className={`${styles.action} meta cut`}>{followers(id)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
