import { Tooltip } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { IconType } from '../ui/state-chip.tsx';
import styles from './navigation.module.css';

interface NavLinkProps {
  label: string;
  icon: IconType;
  narrow: boolean;
  /** `within`: one of the links below is the page. */
  on: boolean | 'within';
  count?: number | undefined;
  /** The count is of overdue things. */
  late?: boolean;
  link: Pick<LinkProps, 'to' | 'search'>;
}

/** One line of the navigation; narrow, it is an icon with its name as a tooltip. */
export function NavLink({
  label,
  icon: Icon,
  narrow,
  on,
  count,
  late = false,
  link,
}: NavLinkProps) {
  const shown = count === undefined || count === 0 ? undefined : count;
  return (
    <Tooltip label={label} position="right" disabled={!narrow}>
      <Link
        {...link}
        className={styles.link ?? ''}
        data-on={String(on)}
        aria-current={on === true ? 'page' : undefined}
        activeProps={{}}
      >
        <Icon size={16} aria-hidden />
        {narrow ? <span className="sr">{label}</span> : <span className="cut">{label}</span>}
        {shown !== undefined && !narrow && (
          <span className={`${styles.count} ${late ? styles.late : ''}`}>{shown}</span>
        )}
        {shown !== undefined && narrow && late && (
          <span className={styles.dot}>
            {shown}
            <span className="sr"> overdue</span>
          </span>
        )}
      </Link>
    </Tooltip>
  );
}
