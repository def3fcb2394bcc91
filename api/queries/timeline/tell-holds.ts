import { operandsText } from '../../words/unmet-words.ts';
import { quoted, sentence, stageName } from './sentence.ts';
import type { FactOf, Sentence, Telling } from './sentence.ts';

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
export function tellHold(telling: Telling, fact: HoldFact): Sentence {
  switch (fact.type) {
    case 'RunHeld': {
      const told = sentence(
        'people',
        `${telling.actor} put the deal on hold`,
        quoted(telling, fact.reason),
      );
      return { ...told, when: { text: 'Until', at: fact.until, zone: null } };
    }
    case 'RunResumed':
      return fact.why === 'person'
        ? sentence('people', `${telling.actor} resumed the deal`)
        : sentence('clock', 'The deal goes on', 'The time of its hold is over.');
    case 'ProcessPaused':
      return sentence('process', 'The deal is paused', 'Its whole process was paused.');
    case 'ProcessResumed':
      return sentence('process', 'The deal goes on', 'Its process was resumed.');
    case 'ExitsDisarmed':
      return sentence(
        'decision',
        `The deal stays in “${stageName(telling, fact.stage)}”`,
        'It came back: somebody continues it, or does one of its steps, before it moves on by itself.',
      );
    case 'ExitsArmed':
      return fact.by === null
        ? sentence(
            'decision',
            'The deal may move on by itself again',
            'Work was done in the stage.',
          )
        : sentence('people', `${telling.actor} continued the deal`);
    case 'RailStarted': {
      const read = operandsText(telling.drawing, fact.operands);
      return sentence(
        'process',
        `“${stageName(telling, fact.rail)}” began`,
        read ? `${read}.` : null,
      );
    }
    case 'RailEnded':
      return sentence('process', `“${stageName(telling, fact.rail)}” ended`, railEnded[fact.why]);
    case 'Migrated':
      return sentence(
        fact.by === null ? 'process' : 'people',
        `${telling.actor} moved the deal to another version`,
      );
  }
}
