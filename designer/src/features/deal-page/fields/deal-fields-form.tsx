import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Field } from '#core/drawing/field.ts';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { api, orpc } from '../../../lib/api-client.ts';
import { changedMeanwhile } from '../../../lib/changed-meanwhile.ts';
import { fieldErrors, isProblem } from '../../../lib/problem.ts';
import { FieldInput } from '../../../ui/field-input/field-input.tsx';
import { focusField } from '../../../ui/field-input/field-props.ts';
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx';
import { isUnread, readIn, unreadIn, type FormValue } from '../../../ui/written/unread.ts';
import type { Deal } from '../deal.ts';
import styles from '../deal-page.module.css';

type Seen = Pick<Deal, 'fields' | 'fieldsRevision'>;

/** The fields as they are, of a refusal because somebody else has changed them. */
function currentFields(error: unknown): Seen | undefined {
  if (!isProblem(error, 'stale')) return undefined;
  const current = error.problem.current as Partial<Seen> | undefined;
  return current?.fields && current.fieldsRevision !== undefined
    ? { fields: current.fields, fieldsRevision: current.fieldsRevision }
    : undefined;
}

/**
 * Edits the deal's fields; only what was changed is sent, on the revision it was read. When somebody else
 * was first, each field that both have changed says so, and is saved on what it says then.
 */
export function DealFieldsForm({ deal, onClose }: { deal: Deal; onClose: () => void }) {
  const client = useQueryClient();
  const [first] = useState<Seen>({ fields: deal.fields, fieldsRevision: deal.fieldsRevision });
  const [seen, setSeen] = useState(first);
  const [changed, setChanged] = useState<Record<string, FormValue>>({});
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      api.deals.setFields({
        dealId: deal.id,
        revision: seen.fieldsRevision,
        values: readIn(changed),
      }),
    onError: (error) => {
      setSeen((was) => currentFields(error) ?? was);
      void client.invalidateQueries({ queryKey: orpc.deals.key() });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: orpc.deals.key() });
      onClose();
    },
  });
  const errors = fieldErrors(save.error);
  const unread = unreadIn(changed);
  const valueOf = (id: string) => (id in changed ? changed[id] : seen.fields[id]) ?? null;
  const errorOf = (field: Field) => {
    const { id } = field;
    const mine = valueOf(id);
    if (isUnread(mine)) return tried ? mine.why : undefined;
    const compared = { mine, seen: first.fields[id] ?? null, now: seen.fields[id] ?? null };
    return errors[`values.${id}`] ?? changedMeanwhile(field, compared, deal.currency);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [unclear] = Object.keys(unread);
    if (unclear === undefined) save.mutate();
    else focusField(unclear);
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
              value={valueOf(field.id)}
              onChange={(value) => setChanged((was) => ({ ...was, [field.id]: value }))}
              error={errorOf(field)}
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
