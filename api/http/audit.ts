import type { Database, Transaction } from '#prisma/client.ts';

/** One human act or its refusal. Ids and codes only: free text stays with what it was written for. */
export interface AuditRecord {
  actorId: string | null;
  action: string;
  subject: { kind: string; id: string } | null;
  result: string;
}

const kinds: [property: string, kind: string][] = [
  ['taskId', 'task'],
  ['dealId', 'deal'],
  ['fileId', 'file'],
];
const kindsByRoute: Record<string, [property: string, kind: string]> = {
  'processes.create': ['key', 'process'],
  'processes.saveDraft': ['key', 'process'],
  'processes.publish': ['key', 'process'],
  'processes.restore': ['key', 'process'],
  'processes.pause': ['key', 'process'],
  'processes.resume': ['key', 'process'],
  'deals.create': ['process', 'process'],
  'absences.create': ['person', 'person'],
  'absences.update': ['id', 'absence'],
  'absences.remove': ['id', 'absence'],
  'status.retry': ['ref', 'outboxRow'],
  'admin.updatePerson': ['id', 'person'],
  'admin.sendResetLink': ['id', 'person'],
  'admin.createDepartment': ['key', 'department'],
  'admin.updateDepartment': ['key', 'department'],
  'admin.createCalendar': ['key', 'calendar'],
  'admin.updateCalendar': ['key', 'calendar'],
};
const LONGEST_ID = 64;

/** What an act was about, read from the input as it was sent. */
export function auditSubject(route: string, sent: unknown): AuditRecord['subject'] {
  if (typeof sent !== 'object' || sent === null) return null;
  const input = sent as Record<string, unknown>;
  const own = kindsByRoute[route];
  for (const [property, kind] of own ? [own] : kinds) {
    const id = input[property];
    if (typeof id === 'string') return { kind, id: id.slice(0, LONGEST_ID) };
  }
  return null;
}

/** Appends to the audit log; rows are never changed. */
export async function recordAudit(
  database: Pick<Database | Transaction, 'auditEntry'>,
  record: AuditRecord,
): Promise<void> {
  await database.auditEntry.create({
    data: {
      actorId: record.actorId,
      action: record.action,
      subjectKind: record.subject?.kind ?? null,
      subjectId: record.subject?.id ?? null,
      result: record.result,
    },
  });
}
