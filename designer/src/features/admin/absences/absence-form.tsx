import { Radio, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, orpc } from '../../../lib/api-client.ts';
import { fieldErrors } from '../../../lib/problem.ts';
import { DayInput } from '../../../ui/field-input/day-input.tsx';
import { showToast } from '../../../ui/feedback/toast.tsx';
import { absenceErrors, absenceInput, absenceValues } from './absence-values.ts';
import type { Absence } from '../admin-data.ts';
import { FormDialog } from '../form-dialog.tsx';

interface AbsenceFormProps {
  /** Absent for a new one. */
  absence: Absence | undefined;
  people: { id: string; name: string }[];
  /** The only person whose absence one may write down. */
  own: string | undefined;
  onClose: () => void;
}

export function AbsenceForm({ absence, people, own, onClose }: AbsenceFormProps) {
  const client = useQueryClient();
  const form = useForm({ initialValues: absenceValues(absence, own), validate: absenceErrors });
  const save = useMutation({
    mutationFn: () => {
      const input = absenceInput(form.values, absence);
      return absence
        ? api.absences.update({ id: absence.id, revision: absence.revision, ...input })
        : api.absences.create({ person: form.values.person ?? '', ...input });
    },
    onSuccess: async ({ person }) => {
      await client.invalidateQueries({ queryKey: orpc.absences.key() });
      showToast({ tone: 'ok', title: `The absence of ${person.name} is saved` });
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const trySave = () => {
    const [first] = Object.keys(form.validate().errors);
    if (first === undefined) save.mutate();
    else form.getInputNode(first)?.focus();
  };
  const data = people.map(({ id, name }) => ({ value: id, label: name }));
  const stoodIn = form.values.substitute !== null;
  return (
    <FormDialog
      title={absence ? `Absence of ${absence.person.name}` : 'Add absence'}
      saveLabel={absence ? 'Save' : 'Add absence'}
      busy={save.isPending}
      error={save.error}
      onSave={trySave}
      onClose={onClose}
    >
      <Select
        label="Who is away"
        required
        searchable
        allowDeselect={false}
        disabled={absence !== undefined || own !== undefined}
        data={data}
        {...form.getInputProps('person')}
      />
      <DayInput
        label="First day away"
        required
        {...form.getInputProps('from')}
        value={form.values.from}
      />
      <DayInput
        label="First day back"
        required
        {...form.getInputProps('to')}
        value={form.values.to}
      />
      <Select
        label="Substitute"
        placeholder="Nobody: work stays"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Empty Substitute' }}
        data={data.filter(({ value }) => value !== form.values.person)}
        {...form.getInputProps('substitute')}
      />
      {stoodIn && (
        <>
          <Radio.Group label="New work" {...form.getInputProps('mode')}>
            <Stack gap="xs" mt="xs">
              <Radio value="active" label="goes to the substitute" />
              <Radio value="standby" label="stays; the substitute may take it" />
            </Stack>
          </Radio.Group>
          <Switch
            label="Decides approvals too"
            description="What the person may approve, the substitute may while they are away."
            {...form.getInputProps('delegateAuthority', { type: 'checkbox' })}
          />
        </>
      )}
      <TextInput label="Note" maxLength={200} {...form.getInputProps('note')} />
    </FormDialog>
  );
}
