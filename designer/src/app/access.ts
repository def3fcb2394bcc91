import type { Session } from '../lib/session.ts';

/** The parts of the app as the navigation names them. */
export type Place =
  | 'inbox'
  | 'opportunities'
  | 'processes'
  | 'people'
  | 'departments'
  | 'calendars'
  | 'absences'
  | 'status'
  | 'devMail';

/** Whether a person's role shows a place at all; the api decides on each request again. */
export function maySee(session: Session, place: Place): boolean {
  const { role } = session.person;
  switch (place) {
    case 'inbox':
    case 'absences':
      return true;
    case 'opportunities':
      return role !== 'member';
    case 'processes':
      return role === 'admin' || role === 'ops' || role === 'manager';
    case 'people':
    case 'departments':
    case 'calendars':
    case 'status':
      return role === 'admin' || role === 'ops';
    case 'devMail':
      return session.devMail;
  }
}

/** Where a person begins. */
export function homePath(session: Session): '/inbox' | '/opportunities' | '/processes' {
  const { role } = session.person;
  if (role === 'ops' || role === 'admin') return '/processes';
  return role === 'sales' || role === 'manager' ? '/opportunities' : '/inbox';
}
