import { IconCircleCheck, IconUser, IconUserOff, IconUsers } from '@tabler/icons-react';
import type { taskViews } from '#api/contract/tasks.ts';
import type { IconType } from '../ui/state-chip.tsx';
import { NavLink } from './nav-link.tsx';
import styles from './navigation.module.css';

type View = (typeof taskViews)[number];
const views: { view: View; label: string; icon: IconType }[] = [
  { view: 'mine', label: 'My work', icon: IconUser },
  { view: 'queue', label: 'Department queue', icon: IconUsers },
  { view: 'withoutOwner', label: 'Without owner', icon: IconUserOff },
  { view: 'done', label: 'Done', icon: IconCircleCheck },
];

interface InboxViewsProps {
  narrow: boolean;
  current: View;
  counts: Record<View, number> | undefined;
}

/** The views of the inbox, kept in the navigation so that the page has one column less. */
export function InboxViews({ narrow, current, counts }: InboxViewsProps) {
  /** Most people never have anything to do with work that nobody has. */
  const isShown = ({ view }: { view: View }) =>
    view !== 'withoutOwner' || view === current || (counts?.withoutOwner ?? 0) > 0;
  return (
    <>
      {narrow ? (
        <span className={styles.rule} />
      ) : (
        <p className={styles.heading} aria-hidden>
          My work
        </p>
      )}
      {views.filter(isShown).map(({ view, label, icon }) => (
        <NavLink
          key={view}
          label={label}
          icon={icon}
          narrow={narrow}
          on={view === current}
          count={counts?.[view]}
          link={{ to: '/inbox', search: { view } }}
        />
      ))}
    </>
  );
}
