import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DemoPerson } from '#api/contract/session.ts';
import { roleName } from '#api/contract/role-names.ts';
import { Initials } from '../../ui/initials.tsx';
import styles from './demo-people.module.css';

const FIRST = 6;

interface DemoPeopleProps {
  people: DemoPerson[];
  busy: boolean;
  onChoose: (email: string) => void;
}

/** The demo company: one click signs in. Only a demo installation has anybody to offer. */
export function DemoPeople({ people, busy, onChoose }: DemoPeopleProps) {
  const [all, setAll] = useState(false);
  const shown = all ? people : people.slice(0, FIRST);
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title" className={styles.title}>
        Demo company
      </h2>
      <p className="meta">One click signs you in as one of them.</p>
      <ul className={styles.list}>
        {shown.map(({ name, email, role, departments }) => (
          <li key={email}>
            <button
              type="button"
              className={styles.person}
              disabled={busy}
              onClick={() => onChoose(email)}
            >
              <Initials name={name} />
              <span className={styles.name}>{name}</span>
              <span className="meta cut">
                {role === 'member' ? departments.join(', ') : roleName(role)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {people.length > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          Show all {people.length}
        </Button>
      )}
    </section>
  );
}
