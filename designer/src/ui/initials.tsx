import styles from './initials.module.css';

interface InitialsProps {
  name: string;
  /** 20 or 24 px across. */
  size?: 'sm' | 'md';
}

/** `Katarzyna Dąbrowska` → `KD`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last]
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}

/** Decoration only: the person's name stands beside it, or is its title. */
export function Initials({ name, size = 'md' }: InitialsProps) {
  return (
    <span
      className={`${styles.initials} ${size === 'sm' ? styles.sm : ''}`}
      title={name}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  );
}

/** Initials and name in one line. */
export function PersonName({ name, size = 'sm' }: InitialsProps) {
  return (
    <span className={styles.person}>
      <Initials name={name} size={size} />
      <span className="cut">{name}</span>
    </span>
  );
}
