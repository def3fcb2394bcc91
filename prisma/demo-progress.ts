import type { Value } from '#core/condition/condition.ts';

/** How somebody of the demo company does a task. */
export interface Answer {
  outcome: string;
  values?: Record<string, Value>;
  /** Fields under which a file is attached. */
  files?: string[];
}

/** 'YYYY-MM-DD' some days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const qualified = {
  need: 'lowerBills',
  budget: 'own',
  authority: 'together',
  timing: 'quarter',
  roofOwner: true,
  contactConsent: true,
};
const meeting = {
  roofType: 'tile',
  payerDiffers: false,
  decisionMakerMet: true,
  wantsLeasing: false,
  wantsInstalments: false,
  wantsInsurance: false,
  delivery: 'email',
  offerDueAt: inDays(14),
  nextContactOn: inDays(7),
  meetingNotes: 'Wants the work done before the heating season. The chimney shades the east side.',
};
const pricing = { modules: '22 × 445 W', inverter: 'Hybrid, 10 kW', margin: 16.4, discount: 0 };

/** What each step of the demo processes is answered with; what is asked beside it stays empty. */
export const demoAnswers: Record<string, Answer> = {
  firstCall: { outcome: 'reached' },
  qualify: { outcome: 'done', values: qualified },
  arrange: { outcome: 'done', values: { meetingOn: inDays(2) } },
  notes: { outcome: 'done', values: meeting },
  summary: {
    outcome: 'done',
    values: { needsSummary: 'South-east roof, enough room for the system asked for.' },
  },
  survey: {
    outcome: 'done',
    values: {
      surveyResult: 'feasible',
      surveyNotes: 'Rafters are sound. A little shade after 15:00.',
    },
    files: ['roofPhotos'],
  },
  price: { outcome: 'done', values: pricing, files: ['priceSheet'] },
  leasing: { outcome: 'done', files: ['leasingSheet'] },
  instalments: { outcome: 'done', files: ['instalmentsSheet'] },
  contract: { outcome: 'done', files: ['contractDraft'] },
  meets: { outcome: 'done', values: { customerAnswer: 'meets', expectedOrderOn: inDays(10) } },
};

/** How far each deal has come, by its title and customer's e-mail: the step that waits for somebody. */
export interface Progress {
  email: string;
  until: string;
  /** Values that differ from the usual answer. */
  values?: Record<string, Value>;
  /** An event that came from outside, and an exit that the owner took. */
  event?: string;
  exit?: string;
}

export const demoProgress: Progress[] = [
  {
    email: 'b.kowalczyk@poczta.example',
    until: 'price',
    values: { wantsLeasing: true, budget: 'financed' },
  },
  {
    email: 's.bury@noweosiedle.example',
    until: 'answer',
    values: { roofType: 'flat', price: 45_200_000 },
  },
  {
    email: 'biuro@gajda.example',
    until: 'contract',
    values: { roofType: 'metal', price: 19_700_000 },
  },
  {
    email: 'zofia@ziarno.example',
    until: 'finalise',
    values: { roofType: 'metal', price: 11_580_000 },
    event: 'offerAnswered',
    exit: 'yes',
  },
  { email: 'd.medynska@medyk.example', until: 'survey', values: { roofType: 'flat' } },
  { email: 'jp.wisniewscy@poczta.example', until: 'summary', values: { wantsInstalments: true } },
  { email: 'a.wilk@wilk.example', until: 'notes' },
  { email: 'karol@stolarskibak.example', until: 'call', values: { price: 6_880_000 } },
];
