import { drawnFrame } from '#core/drawing/drawn-step.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { stepName } from '../../state/selection.ts';

/** What follows a port of a step, in words: names of the steps linked to it, and where rework leads. */
export function useFollowers(stage: string, step: string): (port: string) => string {
  const drawing = useDrawing();
  return (port) => {
    const links = (drawnFrame(drawing, stage)?.links ?? []).filter(
      (link) => link.from === step && (link.ports.length === 0 || link.ports.includes(port)),
    );
    const forward = links
      .filter((link) => !link.rework)
      .map((link) => stepName(drawing, stage, link.to));
    const back = links.flatMap((link) =>
      link.rework ? [`back to ${stepName(drawing, stage, link.to)}, ≤ ${link.rework.max}`] : [],
    );
    const then = forward.length === 0 ? [] : [`then ${forward.join(', ')}`];
    return [...then, ...back].join('; ') || 'nothing follows';
  };
}
