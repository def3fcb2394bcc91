import { Link } from '@tanstack/react-router';
import { useSession } from '../../../lib/session.ts';
import { Panel } from '../../../ui/panel.tsx';
import type { Deal } from '../deal.ts';
import { PositionCanvas } from './position-canvas.tsx';
import { positionSentence } from './position-sentence.ts';
import styles from '../deal-page.module.css';

const readers = ['admin', 'ops', 'manager'];

/** The drawing of the deal's own version, with where the deal is on it. */
export function DealPosition({ deal }: { deal: Deal }) {
  const { person } = useSession();
  return (
    <Panel
      title="Where it is"
      meta={`on version ${deal.version}`}
      actions={
        readers.includes(person.role) && (
          <Link
            className="link"
            to="/processes/$processKey"
            params={{ processKey: deal.processKey }}
            search={{ version: deal.version, element: deal.stage === '' ? undefined : deal.stage }}
          >
            Open canvas
          </Link>
        )
      }
    >
      <PositionCanvas deal={deal} />
      <p className={`meta ${styles.below}`}>{positionSentence(deal)}</p>
    </Panel>
  );
}
