import { takeOwner } from '../../step-kinds/assign/assign.ts';
import type { EventOf } from '../contract/event.ts';
import { howOf } from '../ways-out/exits.ts';
import { noteFields } from '../fields/field-revisions.ts';
import { changeFields } from '../fields/fields.ts';
import { gateOf } from '../ways-out/gate.ts';
import { move } from '../ways-out/move.ts';
import { knownReasons } from './refuse-move.ts';
import { nextSerial, visitOf, type Turn } from '../state/turn.ts';
import { exitForPerson } from '../ways-out/ways-out.ts';

/** A person changes fields of the deal (E23). */
export function setFields(turn: Turn, event: EventOf<'setFields'>): void {
  const { submission, by } = event;
  const fields = [...new Set([...Object.keys(event.values), ...Object.keys(event.isSet)])];
  noteFields(turn.state, event.sets ?? fields);
  if (submission !== null) {
    const key = `use:${nextSerial(turn)}`;
    turn.effects.push({ key, kind: 'useSubmission', submission });
  }
  turn.facts.push({ type: 'FieldsSet', fields, by });
  changeFields(turn, event);
}

/** A person hands the deal over; clocks run on. */
export function setOwner(turn: Turn, { owner, by }: EventOf<'setOwner'>): void {
  const to = { kind: 'person', person: owner } as const;
  turn.effects.push({ key: `owner:${nextSerial(turn)}`, kind: 'setOwner', to });
  takeOwner(turn, owner, by);
}

/** A person moves the deal: the gate has been passed, or is overridden with a reason (E10). */
export function moveByPerson(turn: Turn, event: EventOf<'move'>): void {
  const { definition, state } = turn;
  const { by, override, note } = event;
  const exit = exitForPerson(definition, event.stage, event.exit);
  if (!exit) return;
  const { to } = exit;
  const unmet = override ? gateOf(definition, state, exit) : [];
  const overridden = override !== undefined && unmet.length > 0;
  if (overridden) {
    const { stage } = state;
    const visit = visitOf(state);
    const { reason } = override;
    turn.facts.push({ type: 'GateOverridden', stage, visit, unmet, by, reason });
  }
  const reasons = knownReasons(definition, to, event);
  const drawn = howOf(turn, exit);
  const how = overridden && drawn !== 'back' ? 'override' : drawn;
  move(turn, {
    to,
    via: 'exit',
    element: exit.id,
    mode: 'manual',
    by,
    how,
    reasons,
    ...(note === undefined ? {} : { note }),
    ...(event.redo === undefined ? {} : { redo: event.redo }),
    ...(overridden ? { reason: override.reason } : {}),
  });
}
