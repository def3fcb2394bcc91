import type { SignedInContext } from '../../http/request-context.ts';
import { AppError, notFound } from '../../problem/app-error.ts';
import { readPeople } from '../../queries/people/admin-people.ts';
import { announce } from '../running/changes.ts';
import { rowCommand } from '../running/row-command.ts';
import { planAccountMail } from './account-mail.ts';
import { issueResetLink } from './reset-link.ts';

function mayNotSignIn(name: string): AppError {
  const message = `${name} may not sign in.`;
  const remedy = 'Let them sign in first, then send the link.';
  return new AppError('invalid-input', `${message} ${remedy}`, {
    errors: [{ path: 'id', message, remedy }],
  });
}

/** Sends a person a link by mail with which they set a new password; nobody else sees it, the admin neither. */
export async function sendResetLink(context: SignedInContext, input: { id: string }) {
  const { actor, services } = context;
  const personId = input.id;
  return rowCommand(context, input, async (tx) => {
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId} FOR UPDATE`;
    const at = services.now();
    const [person] = await readPeople(tx, at, personId);
    if (!person) throw notFound('person', personId);
    if (!person.active) throw mayNotSignIn(person.name);
    const link = await issueResetLink(tx, { personId, issuedById: actor.id, at });
    await planAccountMail(tx, { personId, key: `reset:${link}`, at }, { kind: 'resetLink', link });
    await announce(tx, [['admin', personId]]);
    const [told] = await readPeople(tx, at, personId);
    return told!;
  });
}
