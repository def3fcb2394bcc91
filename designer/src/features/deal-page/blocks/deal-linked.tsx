import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Panel } from '../../../ui/panel.tsx';
import { StateChip } from '../../../ui/state-chip.tsx';
import type { Deal } from '../deal.ts';
import { dealStateWord } from '../position/deal-state-word.ts';
import styles from '../deal-page.module.css';

type Linked = Deal['linked']['children'][number];

/** Deals that started this one or that it started, and the process that it comes from. */
export function DealLinked({ deal: { linked } }: { deal: Deal }) {
  const { parent, children, continuedFrom } = linked;
  if (parent === null && children.length === 0 && continuedFrom === null) return null;
  return (
    <Panel
      title="Linked deals"
      meta={continuedFrom === null ? undefined : `continued from ${continuedFrom}`}
      padded={false}
    >
      {(parent !== null || children.length > 0) && (
        <ul className={styles.list}>
          {parent && <LinkedRow deal={parent} up />}
          {children.map((child) => (
            <LinkedRow key={child.id} deal={child} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function LinkedRow({ deal, up = false }: { deal: Linked; up?: boolean }) {
  const Icon = up ? IconArrowUp : IconArrowDown;
  return (
    <li>
      <Icon size={16} className="mute" aria-hidden />
      <span className="grow">
        <Link className="link cut" to="/deals/$dealId" params={{ dealId: deal.id }}>
          {deal.title}
        </Link>
        <span className="meta">
          {' '}
          {deal.number}, {deal.process}, {up ? 'started this deal' : 'started by this deal'}
        </span>
      </span>
      <StateChip>{dealStateWord(deal.state)}</StateChip>
    </li>
  );
}
