import { Prisma } from '#prisma/generated/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { inVainWords } from '#core/describe/in-vain-words.ts';
import { customerName } from '../../describe/deal-contact.ts';
import { readCalendars } from '../calendars/calendars.ts';
import { decodeCursor, pageOf } from '../cursor.ts';

/** What the run wrote for the bell list: names, ids and instants. */
interface NoticeData {
  stageName?: string;
  stepName?: string;
  level?: string;
  due?: string;
  message?: string;
  /** Of a mail or webhook that came to nothing. */
  cause?: string;
  isStopped?: boolean;
  /** Of a digest: how many escalations it stands for. */
  count?: number;
  /** Of a hand-over: whose work it was, and how much. */
  person?: string;
  deals?: number;
  tasks?: number;
  taskId?: string | null;
  /** Of a reset link whose mail did not go: whose it was. */
  personId?: string;
}

interface Row {
  id: string;
  kind: string;
  data: NoticeData;
  deal_id: string | null;
  at: Date;
  read_at: Date | null;
  number: string | null;
  contact_name: string | null;
  contact_company: string | null;
  calendar: string | null;
  department_calendar: string | null;
}

function titleOf({ kind, data }: Row, now: Date): string {
  const what = data.stepName ?? data.stageName ?? 'A step';
  switch (kind) {
    case 'escalation': {
      const due = data.due === undefined ? undefined : new Date(data.due);
      if (!due) return `“${what}” needs you`;
      return `“${what}” ${due <= now ? 'was due' : 'is due'}`;
    }
    case 'digest':
      return `${data.count ?? 'Several'} more ${data.count === 1 ? 'thing needs' : 'things need'} you`;
    case 'inVain': {
      const then = data.isStopped ? ' It needs you.' : ' The deal goes on.';
      return `“${what}” did not go. ${inVainWords(data.cause ?? '') ?? ''}${then}`;
    }
    case 'incident':
      return `“${what}” could not go on`;
    case 'assigned':
      return `“${what}” was given to you`;
    case 'toDecide':
      return `“${what}” waits for your decision`;
    case 'handedOver':
      return `You took over ${amountOf(data)} from ${data.person ?? 'a colleague'}`;
    case 'withoutOwner':
      return data.person === undefined
        ? `“${what}” is without owner: who should have it has left`
        : `${data.person} has left: ${amountOf(data)} without owner`;
    case 'passwordChanged':
      return 'Your password was changed';
    case 'resetNotSent':
      return `The reset link for ${data.person ?? 'a person'} did not go. ${inVainWords(data.cause ?? '') ?? ''}`;
    default:
      return data.message ?? `“${what}”`;
  }
}

function amountOf({ deals = 0, tasks = 0 }: NoticeData): string {
  const of = (count: number, one: string) =>
    count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'}`];
  return [...of(deals, 'deal'), ...of(tasks, 'task')].join(' and ');
}

/** Which deal it is about, or what to do about an account. */
function detailOf({ kind, data, number, contact_name, contact_company }: Row): string {
  if (kind === 'passwordChanged') return 'If it was not you, tell an administrator at once.';
  if (contact_name === null) return 'Look at the person, then send another link.';
  const customer = customerName({ name: contact_name, company: contact_company });
  // Of a stage's own notice the title names it.
  const stage = data.stepName === undefined ? undefined : data.stageName;
  return [customer, number, stage].filter(Boolean).join(' · ');
}

/** The due that the title of an escalation ends with. */
function dueOf({ kind, data }: Row, zone: string) {
  return kind === 'escalation' && data.due !== undefined ? { at: data.due, zone } : null;
}

/** The bell list of a person, newest first. */
export async function listNotifications(
  { services, actor }: SignedInContext,
  input: { cursor?: string | undefined; limit: number },
) {
  const { database } = services;
  const position = decodeCursor(input.cursor);
  const after = position
    ? Prisma.sql`AND (n.at, n.id) < (${position.at}, ${position.id})`
    : Prisma.empty;
  const [rows, unread, calendars] = await Promise.all([
    database.$queryRaw<Row[]>`
      SELECT n.id, n.kind, n.data, n.deal_id, n.at, n.read_at, d.number, c.name AS contact_name,
        c.company AS contact_company, v.drawing->>'calendar' AS calendar,
        dep.calendar_key AS department_calendar
      FROM notification n LEFT JOIN deal d ON d.id = n.deal_id LEFT JOIN contact c ON c.id = d.contact_id
      LEFT JOIN process_version v ON v.id = d.version_id
      LEFT JOIN task t ON t.id = n.data->>'taskId'
      LEFT JOIN department dep ON dep.key = t.department_key
      WHERE n.person_id = ${actor.id} AND n.kind <> 'inDigest' ${after} ORDER BY n.at DESC, n.id DESC LIMIT ${input.limit + 1}`,
    database.notification.count({ where: { personId: actor.id, readAt: null } }),
    readCalendars(database),
  ]);
  const now = services.now();
  const page = pageOf(
    rows,
    input.limit,
    ({ at, id }) => ({ at, id }),
    (row) => ({
      id: row.id,
      kind: row.kind,
      title: titleOf(row, now),
      due: dueOf(row, calendars.of(row.department_calendar, row.calendar ?? '').zone),
      detail: detailOf(row),
      dealId: row.deal_id,
      taskId: row.data.taskId ?? null,
      personId: row.data.personId ?? null,
      at: row.at.toISOString(),
      read: row.read_at !== null,
    }),
  );
  return { ...page, unread };
}
