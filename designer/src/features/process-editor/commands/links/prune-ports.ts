import type { Port } from '#core/drawing/port.ts';
import { linkPortsOf } from '#core/drawing/ports.ts';
import type { Link } from '#core/drawing/link.ts';
import type { Step } from '#core/drawing/step.ts';

/** What remains of a link's ports; undefined when nothing can go along it any more. */
function portsLeft(link: Link, old: readonly Port[], now: readonly Port[]): string[] | undefined {
  const kept = link.ports.filter((id) => now.some((port) => port.id === id));
  if (kept.length > 0) return kept;
  const wasPass = old.some((port) => port.passes && link.ports.includes(port.id));
  const pass = now.find((port) => port.passes);
  if (!wasPass || !pass) return undefined;
  return now.length === 1 ? [] : [pass.id];
}

/**
 * Links of a step whose ways to end have changed: they lose the ports that are gone; a link of the
 * pass port goes over to the new one, a link of nothing else is taken away.
 */
export function prunePorts(links: Link[], step: Step, old: readonly Port[]): Link[] {
  const now = linkPortsOf(step);
  return links.flatMap((link) => {
    if (link.from !== step.id || link.ports.length === 0) return [link];
    const ports = portsLeft(link, old, now);
    if (!ports) return [];
    return ports.length === link.ports.length ? [link] : [{ ...link, ports }];
  });
}
