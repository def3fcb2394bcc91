/** What a new e-mail step says. It greets and signs, and has nothing in between: it cannot be published so. */
export const newMail = {
  subject: 'About your enquiry',
  body: 'Hello {{ contact.name }},\n\n\n\nBest regards\n{{ owner.name }}',
} as const;
