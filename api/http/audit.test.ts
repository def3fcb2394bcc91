import { describe, expect, it } from 'vitest';
import { contract } from '../contract/contract.ts';
import { auditSubject } from './audit.ts';

/** Acts that are about nothing that had an id before: a session, a thing that is made, one's own notices. */
const aboutNothing = [
  'session.signIn',
  'session.signOut',
  'session.demoSignIn',
  'session.changePassword', // its command says whose
  'session.resetPassword',
  'notifications.read',
  'admin.createPerson',
];
const key = 'PV-01';
/** What is sent to any route: ids under every name that one is known by. */
const sent = {
  dealId: 'd',
  taskId: 't',
  fileId: 'f',
  id: 'i',
  key,
  process: key,
  person: 'p',
  ref: 'r',
};

const acts = Object.entries(contract).flatMap(([group, routes]) =>
  Object.entries(routes).flatMap(
    ([
      name,
      {
        '~orpc': { route, inputSchema },
      },
    ]) => (route.method === 'GET' ? [] : [{ act: `${group}.${name}`, inputSchema }]),
  ),
);

describe('the audit log', () => {
  it.each(acts.filter(({ act }) => !aboutNothing.includes(act)).map(({ act }) => act))(
    'names what %s is about',
    (act) => {
      const { inputSchema } = acts.find((each) => each.act === act)!;
      const known = Object.keys((inputSchema as { shape?: object } | undefined)?.shape ?? {});
      const own = Object.fromEntries(Object.entries(sent).filter(([name]) => known.includes(name)));
      expect(auditSubject(act, own)).toEqual({ kind: expect.any(String), id: expect.any(String) });
    },
  );
});
