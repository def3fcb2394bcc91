import { effectsOf, type Turn } from '../batch/turn.ts';

export const incidentEffects = ['openIncident', 'closeIncident'] as const;

/** Incidents: a step that could not go on, its cause, and what a person may choose. */
export async function applyIncidents(turn: Turn): Promise<void> {
  const { tx, batch, at } = turn;
  const { dealId, runNo } = batch;
  const opened = effectsOf(turn, 'openIncident').map((effect) => ({
    dealId,
    runNo,
    incident: effect.incident,
    stage: effect.stage,
    step: effect.step?.step ?? null,
    code: effect.code,
    operands: effect.operands,
    choices: effect.choices,
    openedAt: at,
  }));
  if (opened.length > 0) await tx.incident.createMany({ data: opened, skipDuplicates: true });
  for (const { incident, as } of effectsOf(turn, 'closeIncident')) {
    await tx.incident.updateMany({
      where: { dealId, runNo, incident, resolvedAt: null },
      data: { resolvedAt: at, resolution: as },
    });
  }
}
