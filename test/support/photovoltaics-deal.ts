import type { Value } from '#core/condition/condition.ts';

/** One thing that happens to a deal of the sample process Photovoltaics, in its first visit of each stage. */
export type Act =
  | {
      kind: 'complete';
      stage: string;
      step: string;
      outcome: string;
      values: Record<string, Value>;
      isSet: Record<string, boolean>;
    }
  | { kind: 'mail'; stage: string; step: string }
  | { kind: 'external'; name: string }
  | { kind: 'move'; stage: string; exit: string; reasons: string[] };

/** What the intake form asks for. */
export const intake: Record<string, string | number> = {
  customerType: 'b2c',
  place: 'Puck',
  annualUse: 4200,
};

function complete(
  stage: string,
  step: string,
  values: Record<string, Value> = {},
  { outcome = 'done', files = [] }: { outcome?: string; files?: string[] } = {},
): Act {
  const isSet = Object.fromEntries(files.map((field) => [field, true]));
  return { kind: 'complete', stage, step, outcome, values, isSet };
}

/**
 * A deal that goes the whole way to won: six stages, both mails, four departments, the customer's
 * answer by event, two moves by hand.
 */
export const acts: readonly Act[] = [
  { kind: 'mail', stage: 'register', step: 'confirm' },
  complete('register', 'firstCall', {}, { outcome: 'reached' }),
  complete('register', 'qualify', {
    need: 'lowerBills',
    budget: 'own',
    authority: 'alone',
    timing: 'quarter',
    roofOwner: true,
    annualUse: 4200,
    contactConsent: true,
  }),
  complete('meeting', 'arrange', { meetingOn: '2026-09-10' }),
  complete('meeting', 'notes', {
    roofType: 'tile',
    payerDiffers: false,
    decisionMakerMet: true,
    wantsLeasing: true,
    wantsInstalments: false,
    wantsInsurance: false,
    delivery: 'email',
    offerDueAt: '2099-09-30',
    nextContactOn: '2099-09-15',
  }),
  complete('prepare', 'summary', { systemSize: 9.8 }),
  complete('prepare', 'survey', { surveyResult: 'feasible' }, { files: ['roofPhotos'] }),
  complete('prepare', 'leasing', {}, { files: ['leasingSheet'] }),
  complete(
    'prepare',
    'price',
    { modules: '24 × 410 W', inverter: '8 kW', price: 46_800_00, margin: 19.5 },
    { files: ['priceSheet'] },
  ),
  complete('prepare', 'contract', {}, { files: ['contractDraft'] }),
  { kind: 'mail', stage: 'send', step: 'mail' },
  { kind: 'external', name: 'offerAnswered' },
  complete('negotiate', 'meets', { customerAnswer: 'meets', expectedOrderOn: '2099-10-15' }),
  { kind: 'move', stage: 'negotiate', exit: 'yes', reasons: [] },
  complete('sign', 'finalise', {}, { files: ['finalContract'] }),
  complete('sign', 'signature', { signedOn: '2099-10-10' }, { files: ['signedContract'] }),
  complete('sign', 'financing', {}, { outcome: 'granted', files: ['bankDecision'] }),
  { kind: 'move', stage: 'sign', exit: 'won', reasons: ['price'] },
];
