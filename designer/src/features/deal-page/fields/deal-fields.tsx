import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { formatFieldValue } from '../../../lib/format-field-value.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { DealFieldsForm } from './deal-fields-form.tsx';
import { isClosed, type Deal } from '../deal.ts';
import styles from '../deal-page.module.css';

/** What is known about the deal: set fields, and a form for those who may edit. */
export function DealFields({ deal }: { deal: Deal }) {
  const [editing, setEditing] = useState(false);
  const fields = deal.drawing.fields.filter((field) => field.type !== 'file');
  const set = fields.filter((field) => deal.fields[field.id] != null);
  const mayEdit = deal.may.edit && !isClosed(deal);
  return (
    <Panel
      title="Facts"
      meta={`${set.length} of ${fields.length} known`}
      actions={
        mayEdit && (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconPencil size={14} />}
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
        )
      }
    >
      {set.length === 0 ? (
        <p className="mute">Nothing yet. Tasks fill them in as the deal goes on.</p>
      ) : (
        <div className={styles.facts} role="group" aria-label="Known facts" tabIndex={0}>
          <Facts
            items={set.map((field) => ({
              label: field.label,
              value: formatFieldValue(field, deal.fields[field.id] ?? null, deal.currency),
            }))}
          />
        </div>
      )}
      {editing && <DealFieldsForm deal={deal} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
