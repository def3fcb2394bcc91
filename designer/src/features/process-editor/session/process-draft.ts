import type { processDraft } from '#api/contract/processes.ts';

/** A process with its draft, as the api gives it. */
export type ProcessDraft = ReturnType<typeof processDraft.parse>;
