import type { Session } from '../../contract/session.ts';
import type { RequestContext, SignedInContext } from '../../http/request-context.ts';
import type { Actor } from '../../session/actor.ts';

/** A person as their own screens need them. */
export function sessionOf({ services }: RequestContext, actor: Actor): Session {
  const { id, name, email, role, departments } = actor;
  return {
    person: { id, name, email, role },
    departments,
    organisation: services.organisation,
    devMail: services.mailEvidenceUrl !== undefined,
  };
}

export async function getSession(context: SignedInContext): Promise<Session> {
  return sessionOf(context, context.actor);
}
