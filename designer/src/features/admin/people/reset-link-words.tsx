import type { ResetLinkState } from '#api/contract/admin.ts';
import { Instant } from '../../../ui/instant.tsx';

/** What became of a link, in a line. */
export function ResetLinkWords({ link }: { link: ResetLinkState }) {
  const { state, issuedAt, expiresAt, usedAt, cause } = link;
  switch (state) {
    case 'waiting':
      return 'The reset link waits for the mail server.';
    case 'inDoubt':
      return 'The mail server has not said whether it took the reset link.';
    case 'open':
      return (
        <>
          Reset link sent, good until <Instant at={expiresAt} />.
        </>
      );
    case 'notSent':
      return <span className="danger">The reset link did not go. {cause}</span>;
    case 'used':
      return (
        <>
          New password by a link, <Instant at={usedAt} />.
        </>
      );
    case 'expired':
      return (
        <>
          Reset link of <Instant at={issuedAt} /> was not used, and is no longer good.
        </>
      );
  }
}
