import {
  IconAlertTriangle,
  IconArrowRight,
  IconFlag,
  IconHelpCircle,
  IconPlayerPause,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { roleName } from '#api/contract/role-names.ts';
import type { DealCard as Card } from '#api/contract/deals.ts';
import { amountOfMinor } from '#core/money/minor-amount.ts';
import { moneyText, numberText } from '#core/money/money-text.ts';
import { isToday } from '../../lib/day-instant.ts';
import { otherZone } from '../../lib/reader-zone.ts';
import { DepartmentChip } from '../../ui/work/department-chip.tsx';
import { Initials } from '../../ui/initials.tsx';
import { UsageBar } from '../../ui/usage-bar.tsx';
import styles from './board.module.css';
import { shortInstant } from './short-instant.ts';

/** Who, what and value; used time against the target; next action, whose, when. */
export function DealCard({ card }: { card: Card }) {
  const held = card.state === 'on_hold';
  const overdue = card.stageClock?.state === 'overdue' || card.next?.overdue === true;
  return (
    <Link
      to="/deals/$dealId"
      params={{ dealId: card.id }}
      className={`${styles.card} ${held ? styles.held : overdue ? styles.over : ''}`}
    >
      <span className={styles.line}>
        <b className={`cut2 ${styles.customer}`} title={card.customer}>
          {card.customer}
        </b>
        {card.owner && <Initials name={card.owner.name} size="sm" />}
      </span>
      <span className={styles.line}>
        <span className="soft cut">{card.title}</span>
        {card.valueMinor !== null && (
          <b className={styles.end} title={moneyText(card.valueMinor, card.currency)}>
            {numberText(Math.round(amountOfMinor(card.valueMinor, card.currency)))}
          </b>
        )}
      </span>
      {card.stageClock && <StageClock clock={card.stageClock} held={held} />}
      {card.atRisk && (
        <span className={`${styles.line} danger`}>
          <IconFlag size={16} aria-hidden />
          At risk
        </span>
      )}
      {card.incidents > 0 && (
        <span className={`${styles.line} danger`}>
          <IconAlertTriangle size={16} aria-hidden />
          {card.incidents === 1 ? '1 step stopped' : `${card.incidents} steps stopped`}
        </span>
      )}
      {held ? <Held card={card} /> : <NextAction card={card} />}
    </Link>
  );
}

/** What brings a held deal back: a day, or its whole process. */
function Held({ card: { heldUntil } }: { card: Card }) {
  return (
    <span className={styles.next}>
      <span className={styles.line}>
        <IconPlayerPause size={16} aria-hidden />
        <span className="cut">
          {heldUntil === null ? 'On hold with its process' : 'On hold until'}
        </span>
        {heldUntil !== null && (
          <span className={`${styles.end} ${styles.when}`}>{shortInstant(heldUntil)}</span>
        )}
      </span>
    </span>
  );
}

interface StageClockProps {
  clock: NonNullable<Card['stageClock']>;
  held: boolean;
}

function StageClock({ clock, held }: StageClockProps) {
  if (held)
    return (
      <span className={styles.clock}>
        <UsageBar tone="off" share={clock.usedRatio} label={`on hold, ${clock.usedText}`} />
        <span className="meta">on hold</span>
      </span>
    );
  const tone = clock.state === 'overdue' ? 'danger' : isToday(clock.dueAt) ? 'warn' : 'mute';
  return (
    <span className={styles.clock}>
      <UsageBar share={clock.usedRatio} label={clock.usedText} />
      <span className={`meta ${tone}`}>{clock.usedText}</span>
    </span>
  );
}

/** Whose it is; the owner's initials are on the card already, so anybody else is named. */
function NextOf({ owner, next }: { owner: Card['owner']; next: NonNullable<Card['next']> }) {
  const { department, role, assignee } = next;
  if (department) return <DepartmentChip departmentKey={department.key} name={department.name} />;
  if (assignee)
    return (
      <DepartmentChip
        departmentKey="sales"
        name={assignee.id === owner?.id ? 'Owner' : assignee.name}
      />
    );
  return <span className="meta">{role === null ? 'waits' : roleName(role)}</span>;
}

function NextAction({ card }: { card: Card }) {
  const { next } = card;
  if (!next)
    return (
      <span className={`${styles.next} ${styles.none}`}>
        <IconHelpCircle size={16} aria-hidden />
        {card.state === 'starting' ? 'Starting' : 'No next action'}
      </span>
    );
  const other = otherZone(next.dueZone);
  const when = next.leftText !== null && next.overdue ? next.leftText : null;
  return (
    <span className={styles.next}>
      <span className={styles.line}>
        <IconArrowRight size={16} aria-hidden />
        <span className="cut">{next.title}</span>
      </span>
      <span className={`${styles.line} ${styles.who}`}>
        <NextOf owner={card.owner} next={next} />
        <span className={`${styles.end} ${styles.when} ${next.overdue ? 'danger' : ''}`}>
          {when ?? (next.dueAt === null ? '' : shortInstant(next.dueAt))}
          {when === null && next.dueAt !== null && other !== undefined && ` (${other})`}
        </span>
      </span>
    </span>
  );
}
