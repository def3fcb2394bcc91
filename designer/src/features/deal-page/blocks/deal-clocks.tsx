import { Button } from '@mantine/core';
import { Instant } from '../../../ui/instant.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StateChip } from '../../../ui/state-chip.tsx';
import { useSession } from '../../../lib/session.ts';
import { isClosed, type Deal } from '../deal.ts';
import { useDealActs } from '../use-deal-acts.ts';
import styles from '../deal-page.module.css';

type Clock = Deal['clocks'][number];

/** Clocks of the process as a whole, and every one that is late, with who has taken note of it. */
export function DealClocks({ deal }: { deal: Deal }) {
  const { person } = useSession();
  if (deal.clocks.length === 0) return null;
  const mayNote = !isClosed(deal) && deal.hold === null && (deal.may.edit || person.role === 'ops');
  return (
    <Panel title="Clocks" padded={false}>
      {mayNote && <WhatActsDo clocks={deal.clocks} />}
      <ul className={styles.list}>
        {deal.clocks.map((clock) => (
          <li key={`${clock.clock}/${clock.cycle}`}>
            <span className="grow">
              <b className="cut">{clock.name}</b>
              <span className="meta">
                {clock.state === 'paused' ? 'paused; was due ' : 'due '}
                <Instant at={clock.dueAt} zone={clock.dueZone} />
              </span>
              <NoteOfClock clock={clock} />
            </span>
            <ClockState clock={clock} />
            {mayNote && <ClockActs deal={deal} clock={clock} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Says before the click what it does. */
function WhatActsDo({ clocks }: { clocks: Clock[] }) {
  return (
    <>
      {clocks.some(mayBeNoted) && (
        <p className={`meta ${styles.hint}`}>
          Take note: no higher level is raised for four business hours, once for each clock.
        </p>
      )}
      {clocks.some(mayBeTakenBack) && (
        <p className={`meta ${styles.hint}`}>
          Take back: the next levels are due again. Of those whose time has passed the latest is
          raised at once. Nobody can take note of that clock again.
        </p>
      )}
    </>
  );
}

function NoteOfClock({ clock: { note, noteTakenBack, dueZone } }: { clock: Clock }) {
  const line = `meta ${styles.wrap}`;
  if (noteTakenBack) return <span className={line}>The note was taken back.</span>;
  if (!note) return null;
  return (
    <span className={line}>
      {note.by ?? 'Somebody'} took note <Instant at={note.at} />
      {isAhead(note.until) && (
        <>
          ; no higher level before <Instant at={note.until} zone={dueZone} />
        </>
      )}
    </span>
  );
}

function ClockActs({ deal, clock }: { deal: Deal; clock: Clock }) {
  const { busy, acknowledge, takeBackNote } = useDealActs(deal);
  const common = { size: 'xs', variant: 'default', loading: busy } as const;
  if (mayBeNoted(clock)) {
    const label = `Take note that ${clock.name} is late`;
    return (
      <Button {...common} aria-label={label} onClick={() => acknowledge(clock)}>
        Take note
      </Button>
    );
  }
  if (!mayBeTakenBack(clock)) return null;
  const label = `Take back the note that ${clock.name} is late`;
  return (
    <Button {...common} aria-label={label} onClick={() => takeBackNote(clock)}>
      Take back
    </Button>
  );
}

function mayBeNoted({ state, note, noteTakenBack }: Clock): boolean {
  return state === 'breached' && note === null && !noteTakenBack;
}

/** A note that has had its time keeps nothing still; while the clock stands nothing is raised. */
function mayBeTakenBack({ state, note }: Clock): boolean {
  return state !== 'paused' && note !== null && isAhead(note.until);
}

function isAhead(instant: string | null): instant is string {
  return instant !== null && Date.parse(instant) > Date.now();
}

function ClockState({ clock: { state, dueAt } }: { clock: Clock }) {
  if (state === 'breached' && isAhead(dueAt)) return <StateChip>Was overdue</StateChip>;
  if (state === 'breached') return <StateChip tone="danger">Overdue</StateChip>;
  if (state === 'paused') return <StateChip tone="hold">Paused</StateChip>;
  return <StateChip>Running</StateChip>;
}
