import type { Drawing } from '#core/drawing/drawing.ts';
import type { Database } from '#prisma/client.ts';

interface Row {
  key: string;
  name: string;
  draft: Drawing;
  live: Drawing | null;
}

/** What of a drawing names a person: steps, and escalation policies. An id is found as it stands in the JSON. */
function namedIn(drawing: Drawing | null, personId: string): string[] {
  if (!drawing) return [];
  const parts = [
    ...drawing.stages.flatMap(({ steps }) => steps),
    ...(drawing.rails ?? []).flatMap(({ steps }) => steps),
    ...drawing.policies,
  ];
  return parts.filter((part) => JSON.stringify(part).includes(`"${personId}"`)).map((p) => p.name);
}

/** Processes whose newest version or draft gives work or notices to a person by name. */
export async function namedInProcesses(database: Database, personId: string) {
  const pattern = `%"${personId}"%`;
  const rows = await database.$queryRaw<Row[]>`
    SELECT p.key, p.name, p.draft, v.drawing AS live FROM process p
    LEFT JOIN LATERAL (SELECT drawing FROM process_version
      WHERE process_key = p.key ORDER BY number DESC LIMIT 1) v ON true
    WHERE p.draft::text LIKE ${pattern} OR v.drawing::text LIKE ${pattern} ORDER BY p.name`;
  return rows.map(({ key, name, draft, live }) => {
    const steps = new Set([...namedIn(live, personId), ...namedIn(draft, personId)]);
    return { key, name, steps: [...steps] };
  });
}
