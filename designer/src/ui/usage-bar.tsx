import styles from './usage-bar.module.css';

interface UsageBarProps {
  /** Used part of the time, 1 = all of it; more is late. */
  share: number;
  tone?: 'normal' | 'warn' | 'late' | 'off';
  /** The figure in words, for those who do not see the bar. */
  label: string;
}

/** Time used against its target, 4 px high. Without a tone: red when over, amber from 80 %. */
export function UsageBar({ share, tone, label }: UsageBarProps) {
  const own = share > 1 ? 'late' : share >= 0.8 ? 'warn' : 'normal';
  const percent = Math.round(Math.min(Math.max(share, 0), 1) * 100);
  return (
    <span className={styles.bar} role="img" aria-label={label}>
      <span className={`${styles.fill} ${styles[tone ?? own]}`} style={{ width: `${percent}%` }} />
    </span>
  );
}
