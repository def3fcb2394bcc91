import type { ApiClient } from './api-client.ts';

/** What a completion or a decision names of the task as the person sees it (E25). */
export interface SeenTask {
  revision: number;
  fieldsRevision: number;
  draftRevision: number;
}

/** Reads a task as a person does before they complete it. */
export async function seenTask(client: Pick<ApiClient, 'get'>, id: string): Promise<SeenTask> {
  return seenOf(await client.get<SeenTask>(`/tasks/${id}`));
}

/** The part of a task that was read which its completion names. */
export function seenOf({ revision, fieldsRevision, draftRevision }: SeenTask): SeenTask {
  return { revision, fieldsRevision, draftRevision };
}
