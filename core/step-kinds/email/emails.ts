import { refOf, setStep, stepEffectKey, type Turn } from '../../run/state/turn.ts';

/** Asks for the mail; the step ends when the relay has reported. */
export function beginEmail(turn: Turn, { id }: { id: string }): void {
  setStep(turn, id, { status: 'running', startedAt: turn.now });
  const mail = refOf(turn, id);
  turn.effects.push({ key: stepEffectKey(turn, 'mail', id), kind: 'sendMail', mail });
  turn.facts.push({ type: 'MailRequested', ...mail });
}
