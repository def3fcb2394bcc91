/** Why a person may stop a task's clock: who is waited for. */
export const pauseReasons = ['customer', 'thirdParty', 'internal'] as const;
export type PauseReason = (typeof pauseReasons)[number];
