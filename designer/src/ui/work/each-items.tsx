import type { DealDetail } from '#api/contract/deals.ts';
import { StateChip } from '../state-chip.tsx';
import styles from '../parts.module.css';

type Each = DealDetail['eaches'][number];

/** What the count comes to, where it is not plain from the items (E8). */
function Counting({ each: { items, need, ended } }: { each: Each }) {
  const missing = need - items.length;
  const isOpen = items.some(({ state }) => state === 'open');
  if (!ended && missing > 0) {
    const what = missing === 1 ? '1 more item' : `${missing} more items`;
    return <p className="meta">It waits for {what}: add what is missing.</p>;
  }
  if (!ended || !isOpen) return null;
  return <p className="meta">The deal has gone on: what is still open counts no more.</p>;
}

/** The items of a step that is done for several, with how each ended (E8). */
export function EachItems({ each, own }: { each: Each; own?: string }) {
  const { items, need, passed } = each;
  return (
    <>
      <p className="meta">
        {passed} of {items.length} passed, {need === items.length ? 'all' : need} needed
      </p>
      <Counting each={each} />
      <ul className={styles.parts}>
        {items.map((item) => (
          <li key={item.item}>
            <b className="grow cut">
              {item.taskId === own && own ? `${item.name} (this)` : item.name}
            </b>
            {item.state === 'open' && <StateChip>Open</StateChip>}
            {item.state === 'cancelled' && <StateChip tone="hold">Cancelled</StateChip>}
            {item.state === 'ended' && <StateChip tone="ok">{item.outcome ?? 'Ended'}</StateChip>}
          </li>
        ))}
      </ul>
    </>
  );
}
