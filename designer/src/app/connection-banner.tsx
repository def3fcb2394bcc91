import { IconWifiOff } from '@tabler/icons-react';
import { useConnection } from '../lib/connection.ts';
import { formatTime } from '../lib/format-time.ts';
import styles from './connection-banner.module.css';

/** Shown once the live stream has been away for 3 s; it goes by itself. */
export function ConnectionBanner() {
  const { state, since } = useConnection();
  if (state !== 'lost' || since === undefined) return null;
  return (
    <div className={styles.banner} role="status">
      <IconWifiOff size={16} aria-hidden />
      <span>
        <b>No connection since {formatTime(since)}.</b> You see what was there then. We try again by
        ourselves.
      </span>
    </div>
  );
}
