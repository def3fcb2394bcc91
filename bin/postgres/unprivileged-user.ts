import { execFileSync } from 'node:child_process';
import { SetupProblem } from '../setup-problem.ts';

export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. Root lends it an account that every Linux and macOS has: `postgres` where a
 * package made one, else `nobody`. Undefined when we are not root and it can run as ourselves.
 */
export function unprivilegedUser(): UnprivilegedUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = idsOf('postgres') ?? idsOf('nobody');
  if (user) return user;
  throw new SetupProblem(
    'PostgreSQL does not run as root and this machine has no account "postgres" or "nobody": run as another user, or set DATABASE_URL to a server that runs elsewhere.',
  );
}

function idsOf(name: string): UnprivilegedUser | undefined {
  try {
    const id = (flag: string) =>
      Number(
        execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
    const user = { uid: id('-u'), gid: id('-g') };
    return user.uid > 0 ? user : undefined;
  } catch {
    return undefined;
  }
}
