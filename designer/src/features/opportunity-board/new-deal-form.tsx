import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from '#api/contract/contract.ts';
import { api, orpc } from '../../lib/api-client.ts';
import { fieldErrors } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.ts';
import { FieldInput } from '../../ui/field-input/field-input.tsx';
import { ProblemAlert } from '../../ui/feedback/problem-alert.tsx';
import type { FormValue } from '../../ui/written/unread.ts';
import { showToast } from '../../ui/feedback/toast.tsx';
import { missingValues, newDealInput, newDealValues } from './new-deal-values.ts';
import styles from './board.module.css';

export type Intake = InferContractRouterOutputs<typeof contract>['deals']['intake'];

interface NewDealFormProps {
  process: string;
  intake: Intake;
  onClose: () => void;
}

const valueField = { id: 'valueMinor', label: 'Value', type: 'money' } as const;

export function NewDealForm({ process, intake, onClose }: NewDealFormProps) {
  const { person } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({ initialValues: newDealValues(intake, person.id) });
  const box = useRef<HTMLFormElement>(null);
  /** Counts the tries with something missing: each leads to the first of it. */
  const [tried, setTried] = useState(0);
  const create = useMutation({
    mutationFn: () => api.deals.create(newDealInput(process, form.values)),
    onSuccess: async (deal) => {
      await client.invalidateQueries({ queryKey: orpc.deals.key() });
      showToast({ tone: 'ok', title: `${deal.number} runs on version ${deal.version}` });
      await navigate({ to: '/deals/$dealId', params: { dealId: deal.id } });
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = missingValues(intake, form.values);
    form.setErrors(missing);
    if (Object.keys(missing).length > 0) setTried((n) => n + 1);
    else if (!create.isPending) create.mutate();
  };
  useEffect(() => {
    if (tried > 0) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);
  const setField = (id: string, value: FormValue) =>
    form.setFieldValue('fields', { ...form.values.fields, [id]: value });
  return (
    <form ref={box} className={styles.form} onSubmit={submit} noValidate>
      {create.error !== null && (
        <div className={styles.wide}>
          <ProblemAlert error={create.error} />
        </div>
      )}
      <h3>Customer</h3>
      <TextInput
        label="Name"
        required
        autoFocus
        data-autofocus
        {...form.getInputProps('contact.name')}
      />
      <TextInput label="Company" {...form.getInputProps('contact.company')} />
      <TextInput label="E-mail" type="email" {...form.getInputProps('contact.email')} />
      <TextInput label="Phone" type="tel" {...form.getInputProps('contact.phone')} />
      <h3>Deal</h3>
      <TextInput
        className={styles.wide ?? ''}
        label="What is it about"
        required
        placeholder="house roof 9.8 kWp"
        {...form.getInputProps('title')}
      />
      <FieldInput
        field={valueField}
        currency={intake.currency}
        value={form.values.valueMinor}
        onChange={(value) => form.setFieldValue('valueMinor', value)}
        error={form.errors['valueMinor'] as string | undefined}
      />
      <Select label="Source" required data={intake.sources} {...form.getInputProps('source')} />
      <Select
        className={styles.wide ?? ''}
        label="Owner"
        required
        allowDeselect={false}
        data={intake.owners.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('owner')}
      />
      {intake.fields.length > 0 && <h3>{intake.name}</h3>}
      {intake.fields.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          currency={intake.currency}
          required={field.intake === 'required'}
          value={form.values.fields[field.id] ?? null}
          onChange={(value) => setField(field.id, value)}
          error={form.errors[`fields.${field.id}`] as string | undefined}
        />
      ))}
      <div className={styles.actions}>
        <span className="meta">Runs on version {intake.version} at once.</span>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={create.isPending}>
          Register the deal
        </Button>
      </div>
    </form>
  );
}
