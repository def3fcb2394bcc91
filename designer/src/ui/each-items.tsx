import type { DealDetail } from '#api/contract/deals.ts';
import { StateChip } from './state-chip.tsx';
import styles from './parts.module.css';

type Each = DealDetail['eaches'][number];

/** The items of a step that is done for several, with how each ended (E8). */
export function EachItems({ each, own }: { each: Each; own?: string }) {
  const { items, need, passed } = each;
  return (
    <>
      <p className="meta">
        {passed} of {items.length} passed, {need === items.length ? 'all' : need} needed
      </p>
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
