import { Initials } from '../../../ui/initials.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Deal } from '../deal.ts';
import styles from '../deal-page.module.css';

export function DealPeople({ deal: { contact } }: { deal: Deal }) {
  const lines = [contact.company, contact.email, contact.phone].filter((line) => line !== null);
  return (
    <Panel title="Customer" padded={false}>
      <ul className={styles.list}>
        <li>
          <Initials name={contact.name} />
          <span className="grow">
            <b className="cut">{contact.name}</b>
            <span className="meta">{lines.join(' · ') || 'no address, no phone'}</span>
          </span>
        </li>
      </ul>
    </Panel>
  );
}
