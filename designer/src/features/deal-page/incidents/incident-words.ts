/** Choices that ask for more than a press. */
export const askedChoices = ['askManagers', 'oneMore', 'skip', 'lost'] as const;
export type AskedChoice = (typeof askedChoices)[number];

/** The sentences of a way out of an incident, with buttons named by their result. */
export function incidentWords(choice: AskedChoice, title: string) {
  switch (choice) {
    case 'oneMore':
      return {
        button: 'One more round…',
        question: `Allow one more round of ${title}?`,
        consequence: 'It is done once more, past the limit that the process draws.',
        confirm: 'Allow one more',
        keep: 'Leave it stopped',
      };
    case 'askManagers':
      return {
        button: 'Ask a manager…',
        question: `Ask the managers about ${title}?`,
        consequence:
          'What nobody may decide is put to the managers; one who did the work still may not decide. The timeline records it.',
        confirm: 'Ask a manager',
        keep: 'Leave it stopped',
      };
    case 'skip':
      return {
        button: 'Skip…',
        question: `Skip ${title}?`,
        consequence: 'The deal goes on without it. The timeline records the reason.',
        confirm: 'Skip it',
        keep: 'Leave it stopped',
      };
    case 'lost':
      return {
        button: 'Lose the deal…',
        question: 'Lose this deal?',
        consequence: 'Cancels all open work and ends the process.',
        confirm: 'Lose the deal',
        keep: 'Keep the deal',
      };
  }
}
