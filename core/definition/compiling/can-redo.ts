import type { Drawing } from '../../drawing/drawing.ts';

/**
 * Whether work can be done again at all (E12–E14): by a rework link, an exit back or an approval
 * that a change voids. Without that nobody asks what a step depends on, and the run keeps less.
 */
export function canRedo({ stages, rails = [] }: Drawing): boolean {
  const place = new Map(stages.map(({ id }, at) => [id, at]));
  const goesBack = stages.some(({ exits }, at) =>
    exits.some(({ to }) => (place.get(to) ?? Infinity) <= at),
  );
  return (
    goesBack ||
    [...stages, ...rails].some(
      ({ links, steps }) =>
        links.some(({ rework }) => rework) ||
        steps.some((step) => step.kind === 'approval' && (step.voidOn ?? []).length > 0),
    )
  );
}
