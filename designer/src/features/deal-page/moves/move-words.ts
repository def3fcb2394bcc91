import type { Deal, DealExit } from '../deal.ts';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const closing = (open: number) =>
  open === 0 ? '.' : `; ${counted(open, 'open task is', 'open tasks are')} closed.`;

/** The sentences of a move: the question, what will happen, and buttons named by their result. */
export function moveWords(deal: Pick<Deal, 'customer' | 'tasks'>, exit: DealExit) {
  const open = deal.tasks.filter((task) =>
    ['offered', 'ready', 'assigned', 'in_progress'].includes(task.state),
  ).length;
  if (exit.to === 'lost')
    return {
      question: 'Lose this deal?',
      consequence: `${deal.customer}. Cancels ${counted(open, 'open task', 'open tasks')} and ends the process.`,
      confirm: 'Lose the deal',
      keep: 'Keep the deal',
      done: 'The deal is lost',
    };
  if (exit.to === 'won')
    return {
      question: 'Win this deal?',
      consequence: `${deal.customer}. Ends the process as won.`,
      confirm: 'Win the deal',
      keep: 'Not yet',
      done: 'The deal is won',
    };
  if (exit.redo !== null)
    return {
      question: `${exit.label}?`,
      consequence: `${deal.customer} goes back to an earlier stage${closing(open)} It moves on by itself only after work was done.`,
      confirm: 'Send the deal back',
      keep: 'Stay here',
      done: 'The deal went back',
    };
  if (exit.continueIn !== null)
    return {
      question: `${exit.label}?`,
      consequence: `${deal.customer} goes on in the process ${exit.continueIn}${closing(open)}`,
      confirm: 'Continue the deal there',
      keep: 'Stay here',
      done: 'The deal goes on in another process',
    };
  return {
    question: `${exit.label}?`,
    consequence: `${deal.customer} leaves this stage${closing(open)}`,
    confirm: 'Move the deal',
    keep: 'Stay here',
    done: 'The deal moved on',
  };
}

/** What is sent: where the deal was seen, the exit, and what was written. */
export function moveInput(
  deal: Pick<Deal, 'id' | 'stage' | 'visit'>,
  exit: DealExit,
  said: { reasons: string[]; note: string; why: string | undefined; redo?: string[] },
) {
  return {
    dealId: deal.id,
    stage: deal.stage,
    visit: deal.visit,
    exit: exit.exit,
    reasons: said.reasons,
    ...(said.note.trim() === '' ? {} : { note: said.note.trim() }),
    ...(exit.redo === null || !said.redo?.length ? {} : { redo: said.redo }),
    ...(said.why === undefined ? {} : { override: { reason: said.why.trim() } }),
  };
}
