import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { api, orpc } from '../../lib/api-client.ts';
import type { FieldValue } from '../../lib/format-field-value.ts';
import { fieldErrors } from '../../lib/problem.ts';
import { FieldInput } from '../../ui/field-input.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Deal } from './deal.ts';
import styles from './deal-page.module.css';

/** Edits the deal's fields; only what was changed is sent, on the revision it was read. */
export function DealFieldsForm({ deal, onClose }: { deal: Deal; onClose: () => void }) {
  const client = useQueryClient();
  const [revision] = useState(deal.fieldsRevision);
  const [changed, setChanged] = useState<Record<string, FieldValue>>({});
  const save = useMutation({
    mutationFn: () => api.deals.setFields({ dealId: deal.id, revision, values: changed }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: orpc.deals.key() });
      onClose();
    },
  });
  const errors = fieldErrors(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const fields = deal.drawing.fields.filter((field) => field.type !== 'file');
  return (
    <Dialog opened onClose={onClose} title="Facts of this deal" size="lg">
      <form onSubmit={submit} noValidate className={styles.form}>
        <ProblemAlert error={save.error} />
        <div className={styles.grid}>
          {fields.map((field) => (
            <FieldInput
              key={field.id}
              field={field}
              currency={deal.currency}
              value={
                field.id in changed ? (changed[field.id] ?? null) : (deal.fields[field.id] ?? null)
              }
              onChange={(value) => setChanged((was) => ({ ...was, [field.id]: value }))}
              error={errors[`values.${field.id}`]}
            />
          ))}
        </div>
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={Object.keys(changed).length === 0}
          >
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
