import {
  IconActivity,
  IconAddressBook,
  IconBeach,
  IconBuilding,
  IconCalendarTime,
  IconInbox,
  IconLayoutKanban,
  IconMail,
  IconSitemap,
} from '@tabler/icons-react';
import type { IconType } from '../ui/state-chip.tsx';
import type { Place } from './access.ts';

export interface NavigationLink {
  place: Place;
  label: string;
  to:
    | '/inbox'
    | '/opportunities'
    | '/processes'
    | '/admin/people'
    | '/admin/departments'
    | '/admin/calendars'
    | '/absences'
    | '/admin/status'
    | '/dev/mail';
  icon: IconType;
  /** Chord that leads there. */
  keys?: string;
}

/** The navigation's sections, in order; the first has no name. */
export const navigationSections: { name: string | undefined; links: NavigationLink[] }[] = [
  {
    name: undefined,
    links: [
      { place: 'inbox', label: 'Inbox', to: '/inbox', icon: IconInbox, keys: 'g i' },
      {
        place: 'opportunities',
        label: 'Opportunities',
        to: '/opportunities',
        icon: IconLayoutKanban,
        keys: 'g o',
      },
      { place: 'processes', label: 'Processes', to: '/processes', icon: IconSitemap, keys: 'g p' },
      { place: 'absences', label: 'Absences', to: '/absences', icon: IconBeach },
    ],
  },
  {
    name: 'Admin',
    links: [
      { place: 'people', label: 'People', to: '/admin/people', icon: IconAddressBook },
      { place: 'departments', label: 'Departments', to: '/admin/departments', icon: IconBuilding },
      { place: 'calendars', label: 'Calendars', to: '/admin/calendars', icon: IconCalendarTime },
      { place: 'status', label: 'What runs', to: '/admin/status', icon: IconActivity },
    ],
  },
  {
    name: 'Development',
    links: [{ place: 'devMail', label: 'Development mail', to: '/dev/mail', icon: IconMail }],
  },
];
