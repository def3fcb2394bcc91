import type { PersonEvent } from '#core/run/contract/run-contract.ts';
import type { RunRef } from '../../runs/runs.ts';

/** What to tell the run, decided and stored once: a repeated key sends exactly this again. */
export interface Intent {
  run: RunRef;
  event: PersonEvent;
  /** What the person wrote: field values, free text under `text`; stored under the key (E23). */
  submission?: { values: object; taskId?: string };
}
