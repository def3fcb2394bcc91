import type { SignedInContext } from '../../http/request-context.ts';
import { readSetAside } from './set-aside.ts';

interface Figures {
  open_deals: number;
  open_incidents: number;
  mail_waiting: number;
  mail_unconfirmed: number;
  waiting_starts: number;
}

/** What runs, and what waits for somebody. */
export async function getStatus({ services }: SignedInContext) {
  const [rows, temporal, setAside] = await Promise.all([
    services.database.$queryRaw<Figures[]>`
      SELECT
        (SELECT count(*)::int FROM deal WHERE state IN ('starting', 'open', 'on_hold')) AS open_deals,
        (SELECT count(*)::int FROM incident WHERE resolved_at IS NULL) AS open_incidents,
        (SELECT count(*)::int FROM message WHERE state IN ('planned', 'claimed')) AS mail_waiting,
        (SELECT count(*)::int FROM message WHERE state = 'unconfirmed') AS mail_unconfirmed,
        (SELECT count(*)::int FROM run_start WHERE started_at IS NULL) AS waiting_starts`,
    services.runs.isReachable(),
    readSetAside(services.database),
  ]);
  const figures = rows[0];
  const starts = figures?.waiting_starts ?? 0;
  return {
    version: '0.1.0',
    parts: [
      { name: 'PostgreSQL', ok: true, detail: 'Answers' },
      { name: 'Temporal', ok: temporal, detail: temporal ? 'Answers' : 'Does not answer' },
      { name: 'Starts of runs', ok: starts === 0, detail: `${starts} waiting` },
    ],
    setAside,
    openDeals: figures?.open_deals ?? 0,
    openIncidents: figures?.open_incidents ?? 0,
    mail: { waiting: figures?.mail_waiting ?? 0, unconfirmed: figures?.mail_unconfirmed ?? 0 },
    at: services.now().toISOString(),
  };
}
