import { describe, expect, it } from 'vitest';
import { roles } from '#api/contract/primitives.ts';
import type { Session } from '../lib/session.ts';
import { homePath, maySee, type Place } from './access.ts';

const sessionOf = (role: Session['person']['role'], devMail = false): Session => ({
  person: { id: '0190aaaa-0000-7000-8000-000000000001', name: 'Ana', email: 'a@b.example', role },
  departments: [],
  organisation: 'Promyk',
  devMail,
});
const places: Place[] = ['inbox', 'opportunities', 'processes', 'absences', 'people', 'devMail'];
const seen = (role: Session['person']['role']) =>
  places.filter((place) => maySee(sessionOf(role), place));

describe('maySee', () => {
  it('shows a member of a department the inbox and absences alone', () => {
    expect(seen('member')).toEqual(['inbox', 'absences']);
  });
  it('shows salespeople no processes and no admin pages', () => {
    expect(seen('sales')).toEqual(['inbox', 'opportunities', 'absences']);
  });
  it('shows development mail only where it exists', () => {
    expect(maySee(sessionOf('sales', true), 'devMail')).toBe(true);
  });
});

describe('homePath', () => {
  it('leads every role to a place that it may see', () => {
    const placeOf = {
      '/inbox': 'inbox',
      '/opportunities': 'opportunities',
      '/processes': 'processes',
    } as const;
    for (const role of roles) {
      const session = sessionOf(role);
      expect(maySee(session, placeOf[homePath(session)]), role).toBe(true);
    }
  });
});
