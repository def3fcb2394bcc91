import type { IncidentChoice } from '#core/run/contract/event.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { Database } from '#prisma/client.ts';
import { isClosed } from '../../describe/closed.ts';
import type { FieldValue } from '../../contract/primitives.ts';
import type { DealDetail } from '../../contract/deals.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import type { Actor } from '../../session/actor.ts';
import { incidentCause, operandsText } from '../../describe/unmet-words.ts';
import { readCalendars, type Calendars } from '../calendars/calendars.ts';
import { toDealCard } from '../board/deal-card.ts';
import { readDealFiles } from './deal-files.ts';
import { partsAmong } from './approval-parts.ts';
import { dealApprovals } from './deal-approvals.ts';
import { dealEaches } from './deal-each.ts';
import { readDecisions } from './decisions.ts';
import { mailsOf } from './deal-mails.ts';
import { dealExits } from './deal-exits.ts';
import { followsTitle } from './follows-title.ts';
import { carriedWork, runningRails, waitsOf } from './deal-sides.ts';
import { dealStages } from './deal-stages.ts';
import { dealTasks } from './deal-tasks.ts';
import { readAround, readDeal, type Around, type DetailRow } from './read-deal.ts';
import { runSteps } from './frames.ts';
import { readClocks } from './read-clocks.ts';
import { readHold, readLinks } from './read-links.ts';
import { readWebhooks } from './read-webhooks.ts';
import { findVersion, targetName, type Version } from '../process/versions.ts';

function rights(actor: Actor, row: DetailRow) {
  const isHeld = row.state === 'on_hold';
  const isOpen = row.state === 'open' || isHeld;
  const leads = actor.role === 'admin' || actor.role === 'manager';
  const isOwner = row.owner_id === actor.id;
  return {
    move: isOpen && (leads || isOwner),
    override: isOpen && leads,
    edit: isOpen && (leads || isOwner),
    assign: isOpen && leads,
    resolve: (isOpen || row.incidents > 0) && (leads || actor.role === 'ops'),
    decideMail: leads || isOwner || actor.role === 'ops',
    hold: isOpen && row.held_until === null && (leads || isOwner),
    resume: isHeld && row.held_until !== null && (leads || isOwner),
    arm: row.state === 'open' && row.run_state?.disarmed === true && (leads || isOwner),
    reopen: isClosed(row.state) && (leads || isOwner),
  };
}

function incidentsOf(
  { drawing }: Version,
  state: DetailRow['run_state'],
  { incidents }: Around,
): DealDetail['incidents'] {
  return incidents.map((row) => {
    const step = row.step === null ? undefined : drawnStep(drawing, row.stage, row.step);
    const read = operandsText(drawing, row.operands);
    return {
      id: row.incident,
      stage: row.stage,
      step: row.step,
      title:
        step?.name ?? followsTitle(drawing, state, row.incident) ?? targetName(drawing, row.stage),
      cause: [incidentCause(row.code), read].filter(Boolean).join(': '),
      choices: row.choices as IncidentChoice[],
      openedAt: row.opened_at.toISOString(),
    };
  });
}

function outcomeLabels({ drawing }: Version, { state, outcome_reasons }: DetailRow): string[] {
  const reasons = state === 'lost' ? drawing.outcomes.lost.reasons : drawing.outcomes.won.reasons;
  return outcome_reasons.map((id) => reasons.find((each) => each.id === id)?.label ?? id);
}

/** What hangs on the deal's row beside its run: other deals, clocks, webhooks, its hold. */
async function readMore(
  database: Database,
  version: Version,
  row: DetailRow,
  calendars: Calendars,
) {
  const [linked, clocks, webhooks, hold] = await Promise.all([
    readLinks(database, row),
    readClocks(database, version, row, calendars),
    readWebhooks(database, version, row),
    readHold(database, row),
  ]);
  return { linked, clocks, webhooks, hold };
}

/** Everything that a deal's page shows, but its timeline. */
export async function getDeal(
  { services, actor }: SignedInContext,
  { dealId }: { dealId: string },
): Promise<DealDetail> {
  const { database } = services;
  const now = services.now();
  const row = await readDeal(database, dealId);
  const version = await findVersion(database, row.version_id);
  const { drawing } = version;
  const calendars = await readCalendars(database);
  const [around, files, departmentRows, more] = await Promise.all([
    readAround(database, row),
    readDealFiles(database, drawing, dealId),
    database.department.findMany({ select: { key: true, name: true } }),
    readMore(database, version, row, calendars),
  ]);
  const departments = new Map(departmentRows.map(({ key, name }) => [key, name]));
  const state = row.run_state;
  const steps = runSteps(version, state);
  const parts = { drawing, tasks: around.tasks, departments };
  const shared = { version, calendars, now };
  return {
    ...toDealCard(row, shared),
    processKey: row.process_key,
    processName: version.processName,
    version: version.number,
    visit: row.visit,
    source: row.source,
    contact: {
      id: row.contact_id,
      name: row.contact_name,
      email: row.contact_email,
      phone: row.contact_phone,
      company: row.contact_company,
    },
    createdAt: row.created_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    outcomeReasons: outcomeLabels(version, row),
    outcomeNote: row.outcome_note,
    probability: row.probability,
    fields: row.fields as Record<string, FieldValue>,
    fieldsRevision: row.fields_revision,
    drawing,
    stages: dealStages({ ...shared, row, visits: around.visits }),
    steps: Object.fromEntries(
      Object.entries(state?.steps ?? {}).map(([id, step]) => [id, step.status]),
    ),
    exits:
      state?.status === 'open' ? dealExits({ version, state, tasks: around.tasks, calendars }) : [],
    tasks: dealTasks({ ...shared, state, tasks: around.tasks, departments }),
    waits: waitsOf(steps),
    approvals: dealApprovals(steps, {
      version,
      values: { fields: row.fields, currency: row.currency, files },
      tasks: around.tasks,
      zoneOf: (task) => calendars.of(task.department_calendar, drawing.calendar).zone,
      decisions: await readDecisions(
        database,
        partsAmong(around.tasks).map(({ id }) => id),
      ),
    }),
    eaches: dealEaches(steps, parts),
    carried: carriedWork(version, steps),
    rails: runningRails(version, state, steps),
    ...more,
    disarmed: state?.disarmed === true,
    incidents: incidentsOf(version, state, around),
    files,
    mails: mailsOf(version, around.mails),
    may: rights(actor, row),
  };
}
