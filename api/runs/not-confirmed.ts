/**
 * The run did not answer in time: the change may still come. Answered as 202; the same key again
 * asks for the same change.
 */
export class NotConfirmed extends Error {
  constructor(cause?: unknown) {
    super('The change is not confirmed yet.', { cause });
    this.name = 'NotConfirmed';
  }
}
