import type { Database } from '#prisma/client.ts';
import { AppError } from '../problem/app-error.ts';
import type { Actor } from '../session/actor.ts';
import { policy, type Rule } from './policy.ts';
import { relations, type Relation, type Subject } from './relations.ts';
import type { RouteName } from './route-name.ts';

function forbidden(): AppError {
  return new AppError('forbidden', 'Ask an admin if you need it for your work.');
}

function grantOf(rule: Exclude<Rule, string>, actor: Actor): 'always' | readonly Relation[] {
  return actor.role === 'admin' ? 'always' : (rule[actor.role] ?? []);
}

/**
 * First half, before the input is read: is there a session where one is needed, and may the role
 * ever do this?
 * @throws AppError `not-signed-in` or `forbidden`
 */
export function admit(route: RouteName, actor: Actor | null): void {
  const rule = policy[route];
  if (rule === 'anyone') return;
  if (!actor) throw new AppError('not-signed-in', 'Sign in, then try again.');
  if (rule === 'signedIn') return;
  const grant = grantOf(rule, actor);
  if (grant !== 'always' && grant.length === 0) throw forbidden();
}

/** What the person holds of the relations that their role needs here; empty when it needs none. */
async function holdsOne(
  database: Database,
  actor: Actor,
  needed: readonly Relation[],
  subject: Subject,
): Promise<boolean> {
  for (const relation of needed) {
    if (await relations[relation](database, actor, subject)) return true;
  }
  return false;
}

/**
 * Second half, once it is known which deal, task or file is meant.
 * @throws AppError `forbidden`
 */
export async function authorise(
  database: Database,
  route: RouteName,
  actor: Actor | null,
  subject: Subject,
): Promise<void> {
  admit(route, actor);
  const rule = policy[route];
  if (typeof rule === 'string' || !actor) return;
  const grant = grantOf(rule, actor);
  if (grant === 'always') return;
  if (!(await holdsOne(database, actor, grant, subject))) throw forbidden();
}
