import type { Transaction } from '#prisma/client.ts';

/** So far a substitute's own substitute is asked. */
const DEEPEST = 3;

interface Away {
  personId: string;
  substituteId: string | null;
}

/**
 * Who is told in the place of each person, at an instant: somebody who is away is stood in for by
 * their substitute, who may be away as well; so is somebody who has left (E30). Where that leads nowhere (too far, in a circle, to
 * nobody) the lead of the person's department is told, and where there is none who is here, the
 * person themselves. Answers a person for each that was given.
 */
export async function standIns(
  tx: Transaction,
  people: string[],
  at: Date,
): Promise<Map<string, string>> {
  const away = await readAway(tx, people, at);
  const leads = people.some((id) => away.has(id)) ? await readLeads(tx, people) : [];
  return new Map(
    people.map((id) => {
      const lead = leads.find((row) => row.personId === id && !away.has(row.leadId))?.leadId;
      return [id, standIn(id, away) ?? lead ?? id];
    }),
  );
}

/** Undefined when nobody who is here stands in. */
function standIn(id: string, away: ReadonlyMap<string, string | null>): string | undefined {
  let current = id;
  for (let depth = 0; depth <= DEEPEST; depth++) {
    if (!away.has(current)) return current;
    const next = away.get(current);
    if (!next || next === id) return undefined;
    current = next;
  }
  return undefined;
}

/**
 * Who is away now, with who stands in; a substitute on standby, or one who has left, does not. Of those asked for,
 * whoever has left is away for good.
 */
async function readAway(
  tx: Transaction,
  people: string[],
  at: Date,
): Promise<Map<string, string | null>> {
  const rows = await tx.$queryRaw<Away[]>`
    SELECT p.id AS "personId", NULL AS "substituteId" FROM person p
    WHERE p.id = ANY(${people}::text[]) AND NOT p.active
    UNION ALL
    (SELECT DISTINCT ON (a.person_id) a.person_id AS "personId", s.id AS "substituteId"
    FROM absence a
    LEFT JOIN person s ON s.id = a.substitute_id AND s.active AND a.mode = 'active'
    WHERE a."from" <= ${at} AND a."to" > ${at} ORDER BY a.person_id, a."from" DESC)`;
  return new Map(rows.map(({ personId, substituteId }) => [personId, substituteId]));
}

function readLeads(tx: Transaction, people: string[]) {
  return tx.$queryRaw<{ personId: string; leadId: string }[]>`
    SELECT m.person_id AS "personId", p.id AS "leadId"
    FROM department_member m
    JOIN department d ON d.key = m.department_key
    JOIN person p ON p.id = d.lead_id AND p.active
    WHERE m.person_id = ANY(${people}::text[]) AND p.id <> m.person_id ORDER BY d.key`;
}
