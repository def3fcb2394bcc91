const counted = (deals: number) => `${deals} open ${deals === 1 ? 'deal' : 'deals'}`;

/** The sentences of pausing and resuming a process: what will happen, in numbers. */
export function pauseWords(process: { name: string; stands: boolean; openDeals: number }) {
  const { name, stands, openDeals } = process;
  const deals = counted(openDeals);
  if (stands)
    return {
      question: `Resume ${name}?`,
      consequence: `${deals} ${openDeals === 1 ? 'goes' : 'go'} on; their dues move by as long as they stood. Deals that somebody holds stay on hold.`,
      confirm: 'Resume the process',
      keep: 'Leave it paused',
      done: (told: number) => `${name} goes on: ${counted(told)} told`,
    };
  return {
    question: `Pause ${name}?`,
    consequence: `${deals} ${openDeals === 1 ? 'is' : 'are'} paused until it is resumed: no clock runs, nothing starts and no mail goes. New deals begin paused.`,
    confirm: 'Pause the process',
    keep: 'Keep it going',
    done: (told: number) => `${name} is paused: ${counted(told)} told`,
  };
}
