import type { TaskDetail } from '#api/contract/tasks.ts';

/** What is done to a task with a dialog that asks for a note. */
export type TaskAct = 'approve' | 'reject' | 'customer' | 'thirdParty' | 'internal' | 'goOn';

interface ActWords {
  /** On the button that opens the dialog. */
  button: string;
  question: string;
  consequence: string;
  noteLabel: string;
  /** The api asks for a note of three letters at least. */
  noteNeeded: boolean;
  confirm: string;
  keep: string;
  done: string;
}

const stands = 'The clock of this task is paused until somebody lets it go on.';

/** The sentences of an act: the question, what will happen, and buttons named by their result. */
export function actWords(act: TaskAct, { title }: Pick<TaskDetail, 'title'>): ActWords {
  switch (act) {
    case 'approve':
      return {
        button: 'Approve…',
        question: `Approve “${title}”?`,
        consequence: 'Your word cannot be taken back.',
        noteLabel: 'Note',
        noteNeeded: false,
        confirm: 'Approve',
        keep: 'Decide later',
        done: `“${title}” is approved`,
      };
    case 'reject':
      return {
        button: 'Reject…',
        question: `Reject “${title}”?`,
        consequence: 'Your word cannot be taken back. Whoever asked reads why.',
        noteLabel: 'Why',
        noteNeeded: true,
        confirm: 'Reject',
        keep: 'Decide later',
        done: `“${title}” is rejected`,
      };
    case 'customer':
      return pause('Wait for customer…', 'Wait for the customer?', 'What is awaited', title);
    case 'thirdParty':
      return pause('Wait for third party…', 'Wait for a third party?', 'What is awaited', title);
    case 'internal':
      return {
        ...pause('Send back with a question…', 'Send it back with a question?', 'Question', title),
        confirm: 'Send the question',
        done: `The question about ${title} is sent`,
      };
    case 'goOn':
      return {
        button: 'Go on…',
        question: `Go on with “${title}”?`,
        consequence: 'Its clock runs again from now; the due moves by as long as it stood.',
        noteLabel: 'What came back',
        noteNeeded: false,
        confirm: 'Go on',
        keep: 'Keep waiting',
        done: `${title} goes on`,
      };
  }
}

function pause(button: string, question: string, noteLabel: string, title: string): ActWords {
  return {
    button,
    question,
    consequence: stands,
    noteLabel,
    noteNeeded: true,
    confirm: 'Let it wait',
    keep: 'Keep working',
    done: `${title} waits`,
  };
}

const awaited: Record<NonNullable<TaskDetail['waiting']>['why'], string> = {
  customer: 'on customer',
  thirdParty: 'on third party',
  internal: 'on an answer',
};

/** 'on customer' under “waiting” in the list. */
export function waitsOn(waiting: NonNullable<TaskDetail['waiting']>): string {
  return awaited[waiting.why];
}
