import { dayOf, startOfDay } from '../../../lib/day-instant.ts';
import { isUnread, type Unread } from '../../../ui/written/unread.ts';
import type { Absence } from '../admin-data.ts';

export interface AbsenceValues {
  person: string | null;
  /** 'YYYY-MM-DD', the first day away. */
  from: string | Unread | null;
  /** The first day back. */
  to: string | Unread | null;
  substitute: string | null;
  mode: Absence['mode'];
  delegateAuthority: boolean;
  note: string;
}

/** What the form begins with. */
export function absenceValues(
  absence: Absence | undefined,
  own: string | undefined,
): AbsenceValues {
  return {
    person: absence?.person.id ?? own ?? null,
    from: absence ? dayOf(absence.from) : null,
    to: absence ? dayOf(absence.to) : null,
    substitute: absence?.substitute?.id ?? null,
    mode: absence?.mode ?? 'active',
    delegateAuthority: absence?.delegateAuthority ?? false,
    note: absence?.note ?? '',
  };
}

/** What is missing or not clear, by field; the api checks the rest. */
export function absenceErrors({ person, from, to }: AbsenceValues): Record<string, string> {
  return {
    ...(person === null && { person: 'Choose who is away.' }),
    ...(from === null && { from: 'Choose the first day away.' }),
    ...(isUnread(from) && { from: from.why }),
    ...(to === null && { to: 'Choose the first day back.' }),
    ...(isUnread(to) && { to: to.why }),
  };
}

/** What is sent; a day that was not touched keeps its instant. */
export function absenceInput(values: AbsenceValues, was: Absence | undefined) {
  const at = (day: AbsenceValues['from'], before: string | undefined) => {
    if (before !== undefined && dayOf(before) === day) return before;
    return startOfDay(typeof day === 'string' ? day : '');
  };
  const { substitute, mode, delegateAuthority } = values;
  const note = values.note.trim();
  return {
    from: at(values.from, was?.from),
    to: at(values.to, was?.to),
    substitute,
    mode,
    delegateAuthority: substitute !== null && delegateAuthority,
    note: note === '' ? null : note,
  };
}
