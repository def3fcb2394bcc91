import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { orpc } from '../lib/api-client.ts';
import { usePreferences } from '../lib/preferences.ts';
import { inboxSearch } from '../lib/search-params.ts';
import { useSession } from '../lib/session.ts';
import { Logo } from '../ui/logo.tsx';
import { maySee } from './access.ts';
import { InboxViews } from './inbox-views.tsx';
import { NavLink } from './nav-link.tsx';
import { navigationSections, type NavigationLink } from './navigation-links.ts';
import { PersonMenu } from './person-menu.tsx';
import styles from './navigation.module.css';

const Bell = lazy(async () => ({
  default: (await import('../features/notifications/bell.tsx')).Bell,
}));

interface NavigationProps {
  narrow: boolean;
  /** The page lets a person choose the width. */
  foldable: boolean;
}

function FoldButton({ narrow }: { narrow: boolean }) {
  const setNavigation = usePreferences((state) => state.setNavigation);
  const label = narrow ? 'Expand the navigation' : 'Collapse the navigation';
  const Icon = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <Tooltip label={label} position="right" disabled={!narrow}>
      <button
        type="button"
        className={styles.toggle}
        aria-label={label}
        onClick={() => setNavigation(narrow ? 'wide' : 'narrow')}
      >
        <Icon size={16} aria-hidden />
        {!narrow && <span className="cut">Collapse</span>}
      </button>
    </Tooltip>
  );
}

function Sections({ narrow }: { narrow: boolean }) {
  const session = useSession();
  const location = useLocation();
  const counts = useQuery(orpc.tasks.counts.queryOptions());
  const inbox = location.pathname === '/inbox';
  const lineOf = (link: NavigationLink) => (
    <NavLink
      key={link.place}
      label={link.label}
      icon={link.icon}
      narrow={narrow}
      on={link.place === 'inbox' && inbox ? 'within' : location.pathname.startsWith(link.to)}
      {...(link.place === 'inbox'
        ? { count: narrow ? counts.data?.overdue : counts.data?.mine, late: narrow }
        : {})}
      link={{ to: link.to }}
    />
  );
  return navigationSections.map(({ name, links }) => {
    const seen = links.filter((link) => maySee(session, link.place));
    if (seen.length === 0) return null;
    return (
      <div key={name ?? 'main'} role="group" aria-label={name ?? 'Work'} className={styles.section}>
        {name !== undefined &&
          (narrow ? (
            <span className={styles.rule} />
          ) : (
            <p className={styles.heading} aria-hidden>
              {name}
            </p>
          ))}
        {seen.map(lineOf)}
        {name === undefined && inbox && (
          <InboxViews
            narrow={narrow}
            current={inboxSearch.parse(location.search).view ?? 'mine'}
            counts={counts.data}
          />
        )}
      </div>
    );
  });
}

/** The app's navigation: 208 px with names and counts, or 52 px with icons. */
export function Navigation({ narrow, foldable }: NavigationProps) {
  const session = useSession();
  return (
    <div className={`${styles.nav} ${narrow ? styles.narrow : ''}`}>
      <div className={styles.organisation} title={session.organisation}>
        <Logo />
        {!narrow && <span className="cut grow">{session.organisation}</span>}
        {!narrow && (
          <Suspense>
            <Bell compact={false} />
          </Suspense>
        )}
      </div>
      <Sections narrow={narrow} />
      <div className={styles.foot}>
        {narrow && (
          <Suspense>
            <Bell compact />
          </Suspense>
        )}
        {foldable && <FoldButton narrow={narrow} />}
        <PersonMenu narrow={narrow} />
      </div>
    </div>
  );
}
