import { drawnFrame, drawnStep } from '#core/drawing/drawn-step.ts';
import type { Link } from '#core/drawing/link.ts';
import { linkPortsOf } from '#core/drawing/ports.ts';
import { editLink } from '../../commands/stages/edit-stage.ts';
import { PortChoice } from '../../lists/port-choice.tsx';
import { useDrawing, useEdit } from '../../state/editor-context.tsx';
import { Section } from '../layout/section.tsx';

/** By which outcome of the step before this one comes. */
function Before({ stage, link }: { stage: string; link: Link }) {
  const drawing = useDrawing();
  const edit = useEdit();
  const source = drawnStep(drawing, stage, link.from);
  const ports = source ? linkPortsOf(source) : [];
  if (!source || ports.length < 2) return null;
  const change = (next: string[]) =>
    edit((current) =>
      editLink(current, stage, link.id, {
        what: 'outcomes',
        recipe: (target) => void (target.ports = next),
      }),
    );
  return <PortChoice label={source.name} ports={ports} value={link.ports} onChange={change} />;
}

/** The steps before this one that can end in several ways, and which of them leads here. */
export function WaitsForSection({ stage, step }: { stage: string; step: string }) {
  const drawing = useDrawing();
  const links = (drawnFrame(drawing, stage)?.links ?? []).filter((link) => {
    const source = drawnStep(drawing, stage, link.from);
    const isChoice = source !== undefined && linkPortsOf(source).length > 1;
    return link.to === step && !link.rework && isChoice;
  });
  if (links.length === 0) return null;
  return (
    <Section title="Comes when it ended by">
      {links.map((link) => (
        <Before key={link.id} stage={stage} link={link} />
      ))}
    </Section>
  );
}
