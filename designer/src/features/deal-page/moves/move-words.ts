import type { Deal, DealExit } from '../deal.ts';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

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
  return {
    question: `${exit.label}?`,
    consequence:
      open === 0
        ? `${deal.customer} leaves this stage.`
        : `${deal.customer} leaves this stage; ${counted(open, 'open task is', 'open tasks are')} closed.`,
    confirm: 'Move the deal',
    keep: 'Stay here',
    done: 'The deal moved on',
  };
}

/** What is sent: where the deal was seen, the exit, and what was written. */
export function moveInput(
  deal: Pick<Deal, 'id' | 'stage' | 'visit'>,
  exit: DealExit,
  said: { reasons: string[]; note: string; why: string | undefined },
) {
  return {
    dealId: deal.id,
    stage: deal.stage,
    visit: deal.visit,
    exit: exit.exit,
    reasons: said.reasons,
    ...(said.note.trim() === '' ? {} : { note: said.note.trim() }),
    ...(said.why === undefined ? {} : { override: { reason: said.why.trim() } }),
  };
}
