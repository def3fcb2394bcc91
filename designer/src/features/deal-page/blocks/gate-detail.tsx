import { Instant } from '../../../ui/instant.tsx';
import type { Deal } from '../deal.ts';

/** What brings an item of a gate about: who has the task, and by when it is due. */
export function GateDetail({ item }: { item: Deal['exits'][number]['items'][number] }) {
  return (
    <span className="meta">
      {item.detail}
      {item.due && (
        <>
          , due <Instant {...item.due} />
        </>
      )}
    </span>
  );
}
