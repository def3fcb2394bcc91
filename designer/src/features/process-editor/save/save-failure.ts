import { processDraft } from '#api/contract/processes.ts';
import { drawingSchema } from '#core/drawing/drawing.ts';
import { isProblem } from '../../../lib/problem.ts';
import type { ServerDraft } from './server-draft.ts';
import type { SaveFailure } from './draft-saver.ts';

type ProcessDraft = ReturnType<typeof processDraft.parse>;

/** The server's draft as the saver of this person knows it. */
export function toServerDraft(draft: ProcessDraft, me: string): ServerDraft {
  const { savedBy } = draft;
  return {
    revision: draft.revision,
    drawing: drawingSchema.parse(draft.drawing),
    savedAt: draft.savedAt,
    savedBy: savedBy ? { name: savedBy.name, isMe: savedBy.id === me } : undefined,
  };
}

/** What a failed save means: nobody answered, someone was faster, or it is refused. */
export function saveFailureOf(error: unknown, me: string): SaveFailure {
  if (!isProblem(error)) return { kind: 'unreachable' };
  const { status, current } = error.problem;
  if (status === 0 || status >= 500 || status === 429) return { kind: 'unreachable' };
  const theirs = isProblem(error, 'draft-changed') ? processDraft.safeParse(current) : undefined;
  if (theirs?.success) return { kind: 'conflict', theirs: toServerDraft(theirs.data, me) };
  return { kind: 'refused', error };
}
