import { Button, Menu } from '@mantine/core';
import { IconDots, IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { StateChip } from '../../../ui/state-chip.tsx';
import { isClosed, lostExit, nextExit, otherExits, type Deal, type DealExit } from '../deal.ts';
import { ExternalEventDialog } from './external-event-dialog.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import styles from './moves.module.css';

/** The ways on from here; the main one carries the count of what is open. */
export function DealActions({ deal }: { deal: Deal }) {
  const [chosen, setChosen] = useState<Pick<Deal, 'stage' | 'visit'> & Pick<DealExit, 'exit'>>();
  const setExit = ({ exit: id }: DealExit) =>
    setChosen({ stage: deal.stage, visit: deal.visit, exit: id });
  // Looked up again: what it lacks changes while the dialog is open. Other stages have exits of the
  // same ids, so a deal that has left this one leaves the dialog without its exit.
  const isHere = chosen?.stage === deal.stage && chosen.visit === deal.visit;
  const exit = isHere ? deal.exits.find((way) => way.exit === chosen.exit) : undefined;
  const [asked, setAsked] = useState<'hold' | 'reopen' | 'event'>();
  const close = () => setAsked(undefined);
  if (isClosed(deal))
    return (
      <>
        {deal.may.reopen && (
          <Button variant="default" onClick={() => setAsked('reopen')}>
            Reopen…
          </Button>
        )}
        {asked === 'reopen' && <ReopenDialog deal={deal} onClose={close} />}
      </>
    );
  if (deal.state === 'starting') return null;
  const next = nextExit(deal);
  const lost = lostExit(deal);
  const others = otherExits(deal);
  // While the deal stands, it can only be lost (E19).
  const held = deal.hold !== null;
  return (
    <>
      {deal.may.hold && (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} aria-hidden />}
          onClick={() => setAsked('hold')}
        >
          Hold…
        </Button>
      )}
      {deal.may.move && lost && (
        <Button variant="default" onClick={() => setExit(lost)}>
          Lose…
        </Button>
      )}
      {deal.may.move && next?.mode === 'manual' && (
        <Button variant="default" disabled={held} onClick={() => setExit(next)}>
          {next.label}
          {next.unmet > 0 && (
            <span className={styles.count}>
              <StateChip tone="warn">{next.unmet} open</StateChip>
            </span>
          )}
        </Button>
      )}
      {deal.may.edit && (
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className={styles.more} aria-label="More for this deal">
              <IconDots size={16} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((other) => (
              <Menu.Item key={other.exit} disabled={held} onClick={() => setExit(other)}>
                {other.redo === null ? other.label : `Back: ${other.label}`}…
              </Menu.Item>
            ))}
            <Menu.Item onClick={() => setAsked('event')}>Tell the process of an event…</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {asked === 'hold' && <HoldDialog deal={deal} onClose={close} />}
      {exit && <MoveDialog deal={deal} exit={exit} onClose={() => setChosen(undefined)} />}
      {asked === 'event' && <ExternalEventDialog deal={deal} onClose={close} />}
    </>
  );
}
