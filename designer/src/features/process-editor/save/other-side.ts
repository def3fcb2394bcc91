import type { ServerDraft } from './server-draft.ts';

/** How the other draft of a conflict is called on the screen. */
export interface OtherSide {
  /** Such as `Someone changed this draft`. */
  title: string;
  /** Who saved it and where, before and behind the instant. */
  saved: [string, string];
  /** Heads of the columns of differences. */
  mine: string;
  theirs: string;
  keep: string;
  take: string;
  status: string;
  /** Said when it was taken without a conflict. */
  adopted: string;
}

const otherTab: OtherSide = {
  title: 'You changed this draft in another tab',
  saved: ['You saved it there', ', while you were editing it here.'],
  mine: 'This tab',
  theirs: 'The other tab, saved',
  keep: 'Keep this tab’s draft',
  take: 'Take the other tab’s draft',
  status: 'Not saved: you changed it in another tab',
  adopted: 'You changed this draft in another tab.',
};

/** A person who draws in two tabs is never told of themselves as of somebody else. */
export function otherSideOf({ savedBy }: Pick<ServerDraft, 'savedBy'>): OtherSide {
  if (savedBy?.isMe) return otherTab;
  return {
    title: 'Someone changed this draft',
    saved: [`${savedBy?.name ?? 'Someone else'} saved the draft`, ', while you were editing it.'],
    mine: 'Yours',
    theirs: `${savedBy?.name ?? 'Theirs'}, saved`,
    keep: 'Keep my draft',
    take: savedBy ? `Take ${savedBy.name}’s draft` : 'Take the other draft',
    status: 'Not saved: changed by someone else',
    adopted: `${savedBy?.name ?? 'Someone else'} changed this draft.`,
  };
}

/** What taking the other draft is called in the list of edits. */
export function takingOf({ savedBy }: Pick<ServerDraft, 'savedBy'>): string {
  if (savedBy?.isMe) return 'Take the draft of the other tab';
  return `Take the draft of ${savedBy?.name ?? 'someone else'}`;
}
