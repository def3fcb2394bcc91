import { levelWords } from '../../describe/level-words.ts';
import { isEndTarget } from '#core/drawing/drawing.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import { assigneeOf } from '../../describe/assignee.ts';
import type { FactOf, Sentence, SentenceContext } from './sentence.ts';
import { fieldLabels, sentence, stageName, stepName } from './sentence.ts';

type ClockFact = FactOf<
  | 'ClockBreached'
  | 'Escalated'
  | 'EscalationSuperseded'
  | 'ClockMoved'
  | 'ProcessClockStarted'
  | 'ProcessClockEnded'
  | 'ClockPaused'
  | 'ClockResumed'
  | 'ClockAcknowledged'
  | 'NoteTakenBack'
  | 'ClockRecalculated'
>;

type When = NonNullable<Sentence['when']>;

interface Measured {
  clock: string;
  stage?: string;
  step?: string;
}

/** What a clock measures: '“Price the system”' or 'the stage “Prepare the offer”'. */
function measured(
  context: SentenceContext,
  { clock, stage = '', step = stepOfClock(clock) }: Measured,
): string {
  const [kind, id = ''] = clock.split(':');
  if (kind === 'process') {
    const drawn = context.drawing.clocks?.find((each) => each.id === id);
    return `“${drawn?.name ?? id}”`;
  }
  if (step !== undefined) return `“${stepName(context, { stage, step })}”`;
  return isEndTarget(stage) ? 'the deal' : `the stage “${stageName(context, stage)}”`;
}

function levelOf(
  { drawing }: SentenceContext,
  of: { clock: string; stage?: string; step?: string },
  level: string,
): string {
  return levelWords(drawing, { ...of, step: of.step ?? stepOfClock(of.clock) }, level);
}

/** The step that a task's clock belongs to, from its id. */
function stepOfClock(clock: string): string | undefined {
  const [kind, , step] = clock.split(':');
  return kind === 'task' ? step : undefined;
}

/** Work of a department is measured by that department's calendar. */
function when(context: SentenceContext, of: Measured, text: string, at: number): When {
  const step = of.step ?? stepOfClock(of.clock);
  const drawn = step && drawnStep(context.drawing, of.stage ?? '', step);
  const to = drawn ? assigneeOf(drawn, null) : undefined;
  return { text, at, zone: context.zoneOf(to?.kind === 'department' ? to.department : null) };
}

const pauseWords: Record<string, string> = {
  hold: 'The deal is on hold.',
  customer: 'The customer is waited for.',
  thirdParty: 'A third party is waited for.',
  internal: 'It was sent back with a question.',
  trigger: 'The process says when it pauses.',
};

const endWords: Record<FactOf<'ProcessClockEnded'>['as'], string> = {
  met: 'was met',
  metLate: 'was met late',
  cancelled: 'was cancelled',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Sentences about deadlines and who was told. */
export function describeClock(context: SentenceContext, fact: ClockFact): Sentence {
  switch (fact.type) {
    case 'ClockBreached':
      return {
        kind: 'clock',
        title: `${capital(measured(context, fact))} is overdue`,
        reason: null,
        when: when(context, fact, 'It was due', fact.due),
      };
    case 'Escalated': {
      const who = context.toldOf(fact);
      return {
        kind: 'clock',
        title: `${levelOf(context, fact, fact.level)} was raised for ${measured(context, fact)}`,
        reason: who.length > 0 ? `Told: ${who.join(', ')}.` : null,
        when: when(context, fact, 'Its due is', fact.due),
      };
    }
    case 'EscalationSuperseded':
      return {
        kind: 'clock',
        title: `${levelOf(context, fact, fact.level)} was left out for ${measured(context, fact)}`,
        reason: `${levelOf(context, fact, fact.by)} was due as well.`,
      };
    case 'ProcessClockStarted':
      return sentence('clock', `${capital(measured(context, fact))} is being measured`);
    case 'ProcessClockEnded':
      return sentence('clock', `${capital(measured(context, fact))} ${endWords[fact.as]}`);
    case 'ClockPaused':
      return sentence(
        'clock',
        `The time of ${measured(context, fact)} is paused`,
        pauseWords[fact.why] ?? 'The whole process was paused.',
      );
    case 'ClockResumed':
      return sentence('clock', `The time of ${measured(context, fact)} runs again`);
    case 'ClockAcknowledged':
      return sentence(
        'people',
        `${context.actor} took note that ${measured(context, fact)} is late`,
        'Higher levels wait for four business hours, once.',
      );
    case 'NoteTakenBack':
      return sentence(
        'people',
        `${context.actor} took back the note that ${measured(context, fact)} is late`,
        'The next levels are due again.',
      );
    case 'ClockRecalculated':
      return {
        kind: 'clock',
        title: `The due of ${measured(context, fact)} was computed anew`,
        reason: 'Its calendar was changed.',
        when: when(context, fact, 'It was', fact.was),
      };
    case 'ClockMoved':
      return {
        kind: 'clock',
        title: `The due of ${measured(context, fact)} moved`,
        reason: `“${fieldLabels(context, [fact.field])}” was changed.`,
      };
  }
}
