import { hashPassword } from 'better-auth/crypto';
import { demoPeople } from '#prisma/demo-people.ts';
import type { Services } from '../../http/services.ts';
import { AppError } from '../../problem/app-error.ts';
import { weaknessOf } from './password-strength.ts';

/** Who gets the password: what stands here is tried first by whoever guesses. */
interface Owner {
  name: string;
  email: string;
}

/** The demo people's password lies in the sources: it is good for them, in a demo installation, and for nobody else. */
function isDemoPassword(password: string, { email }: Owner): boolean {
  return demoPeople.some((person) => person.email === email && person.password === password);
}

/**
 * The hash of a password that somebody sets: the one place for every door (docs/decisions/0032). It is scrypt, which
 * takes every character in.
 * @throws AppError `weak-password`, naming the field
 */
export async function hashNewPassword(
  { organisation, isDemo }: Pick<Services, 'organisation' | 'isDemo'>,
  owner: Owner,
  password: string,
): Promise<string> {
  if (!(isDemo && isDemoPassword(password, owner))) {
    const demo = demoPeople.map((person) => person.password);
    const known = [owner.name, owner.email, organisation, 'Stagewright'];
    const message = demo.includes(password)
      ? 'The password is too easy to guess. It is the one of the demo company.'
      : await weaknessOf(password, known);
    if (message !== undefined) throw weak(message);
  }
  return hashPassword(password);
}

function weak(message: string): AppError {
  const remedy = 'Choose a longer one, such as four words that do not belong together.';
  return new AppError('weak-password', `${message} ${remedy}`, {
    errors: [{ path: 'password', message, remedy }],
  });
}
