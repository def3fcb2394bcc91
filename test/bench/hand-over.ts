const outcomes = [{ id: 'done', label: 'Done' }];
const task = (id: string, department: string) => ({
  id,
  kind: 'task',
  name: id,
  assign: { kind: 'department', department },
  outcomes,
});

/** One department's task, then another's. */
export const handOver = {
  schema: 1,
  name: 'Hand over',
  currency: 'EUR',
  calendar: 'always',
  fields: [],
  policies: [],
  stages: [
    {
      id: 'work',
      name: 'Do the work',
      probability: 50,
      steps: [task('survey', 'technical'), task('price', 'analysis')],
      links: [{ id: 'l1', from: 'survey', to: 'price' }],
      exits: [
        { id: 'won', mode: 'auto', to: 'won' },
        { id: 'lost', mode: 'manual', to: 'lost' },
      ],
    },
  ],
  outcomes: {
    won: { reasons: [{ id: 'other', label: 'Other' }] },
    lost: { reasons: [{ id: 'other', label: 'Other' }] },
  },
};
