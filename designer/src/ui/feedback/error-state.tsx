import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { errorWords } from './error-words.ts';
import styles from './error-state.module.css';

interface ErrorStateProps {
  /** What failed: `The timeline did not load`. */
  title: string;
  /** What still works: `The rest of this deal is complete and can be used.` */
  stillWorks?: string;
  error?: unknown;
  onRetry?: () => void;
  /** Tries again by itself after so many seconds, and says so. */
  retrySeconds?: number;
}

function useCountdown(seconds: number | undefined, done: () => void): number | undefined {
  const [left, setLeft] = useState(seconds);
  const finish = useEffectEvent(done);
  useEffect(() => {
    if (left === undefined) return;
    if (left === 0) return finish();
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}

/** A part that failed: what, what still works, what happens next, a code, one act. */
export function ErrorState({ title, stillWorks, error, onRetry, retrySeconds }: ErrorStateProps) {
  const left = useCountdown(onRetry === undefined ? undefined : retrySeconds, () => onRetry?.());
  const { sentence, code } = errorWords(error);
  const next = left === undefined || left === 0 ? undefined : `We try again in ${left} s.`;
  return (
    <div className={styles.error} role="alert">
      <IconAlertCircle size={16} className={styles.icon} aria-hidden />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        <p className={styles.text}>{[sentence, stillWorks, next].filter(Boolean).join(' ')}</p>
        {error !== undefined && <p className={styles.code}>Ask support with code {code}</p>}
        {onRetry !== undefined && (
          <Button variant="default" size="xs" onClick={onRetry}>
            Try now
          </Button>
        )}
      </div>
    </div>
  );
}
