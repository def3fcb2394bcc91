import { operandsText } from '../../describe/unmet-words.ts';
import { quoted, sentence, stageName } from './sentence.ts';
import type { FactOf, Sentence, SentenceContext } from './sentence.ts';

type HoldFact = FactOf<
  | 'RunHeld'
  | 'RunResumed'
  | 'ProcessPaused'
  | 'ProcessResumed'
  | 'ExitsDisarmed'
  | 'ExitsArmed'
  | 'RailStarted'
  | 'RailEnded'
  | 'Migrated'
>;

const railEnded: Record<FactOf<'RailEnded'>['why'], string> = {
  done: 'All of its steps are done.',
  left: 'The deal left the stages that it spans.',
  event: 'What it watches for has happened.',
};

/** Sentences about holds, pauses, rails and what the deal runs on. */
export function describeHold(context: SentenceContext, fact: HoldFact): Sentence {
  switch (fact.type) {
    case 'RunHeld': {
      const told = sentence(
        'people',
        `${context.actor} put the deal on hold`,
        quoted(context, fact.reason),
      );
      return { ...told, when: { text: 'Until', at: fact.until, zone: null } };
    }
    case 'RunResumed':
      return fact.why === 'person'
        ? sentence('people', `${context.actor} resumed the deal`)
        : sentence('clock', 'The deal goes on', 'The time of its hold is over.');
    case 'ProcessPaused':
      return sentence('process', 'The deal is paused', 'Its whole process was paused.');
    case 'ProcessResumed':
      return sentence('process', 'The deal goes on', 'Its process was resumed.');
    case 'ExitsDisarmed':
      return sentence(
        'decision',
        `The deal stays in “${stageName(context, fact.stage)}”`,
        'It came back: somebody continues it, or does one of its steps, before it moves on by itself.',
      );
    case 'ExitsArmed':
      return fact.by === null
        ? sentence(
            'decision',
            'The deal may move on by itself again',
            'Work was done in the stage.',
          )
        : sentence('people', `${context.actor} continued the deal`);
    case 'RailStarted': {
      const read = operandsText(context.drawing, fact.operands);
      return sentence(
        'process',
        `“${stageName(context, fact.rail)}” began`,
        read ? `${read}.` : null,
      );
    }
    case 'RailEnded':
      return sentence('process', `“${stageName(context, fact.rail)}” ended`, railEnded[fact.why]);
    case 'Migrated':
      return sentence(
        fact.by === null ? 'process' : 'people',
        `${context.actor} moved the deal to another version`,
      );
  }
}
