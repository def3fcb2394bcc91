import { MultiSelect, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HandOver } from '#api/contract/admin.ts';
import { roles, type Role } from '#api/contract/primitives.ts';
import { roleName } from '#api/contract/role-names.ts';
import { api, orpc } from '../../../lib/api-client.ts';
import { fieldErrors } from '../../../lib/problem.ts';
import { NewPasswordInput } from '../../../ui/new-password-input.tsx';
import { showToast } from '../../../ui/feedback/toast.tsx';
import { NumberInput } from '../../../ui/written/number-input.tsx';
import { boundedReader } from '../../../ui/written/number-reader.ts';
import { isUnread, type Unread } from '../../../ui/written/unread.ts';
import type { AdminDepartment, AdminPerson } from '../admin-data.ts';
import { FormDialog } from '../form-dialog.tsx';
import { HandOverPart } from './hand-over-part.tsx';
import { ResetLinkPart } from './reset-link-part.tsx';

const capacityReader = boundedReader({ min: 0, max: 1000 });

interface PersonFormProps {
  /** Absent for a new person. */
  person: AdminPerson | undefined;
  departments: AdminDepartment[];
  onClose: () => void;
}

export function PersonForm({ person, departments, onClose }: PersonFormProps) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: {
      name: person?.name ?? '',
      email: person?.email ?? '',
      role: person?.role ?? ('member' as Role),
      departments: person?.departments ?? [],
      tags: person?.tags ?? [],
      capacity: (person?.capacity ?? null) as number | Unread | null,
      active: person?.active ?? true,
      password: '',
      handOver: { deals: { to: 'nobody' }, tasks: { to: 'queue' } } as HandOver,
    },
  });
  const save = useMutation({
    mutationFn: () => {
      const { password, active, handOver, ...rest } = form.values;
      const capacity = isUnread(rest.capacity) ? null : rest.capacity;
      const values = { ...rest, capacity };
      if (!person) return api.admin.createPerson({ ...values, password });
      const { id, revision } = person;
      const leaving = active ? {} : { handOver };
      return api.admin.updatePerson({ id, revision, active, ...values, ...leaving });
    },
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: orpc.admin.key() });
      showToast({
        tone: 'ok',
        title: person ? `${saved.name} is saved` : `${saved.name} can sign in`,
      });
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const trySave = () => {
    const { capacity } = form.values;
    if (!isUnread(capacity)) return save.mutate();
    form.setFieldError('capacity', capacity.why);
    form.getInputNode('capacity')?.focus();
  };
  return (
    <FormDialog
      title={person ? person.name : 'Add person'}
      saveLabel={person ? 'Save' : 'Add person'}
      busy={save.isPending}
      error={save.error}
      onSave={trySave}
      onClose={onClose}
    >
      <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
      <TextInput label="E-mail" type="email" required {...form.getInputProps('email')} />
      {!person && (
        <NewPasswordInput
          label="First password"
          name="new-password"
          value={form.values.password}
          error={form.errors['password'] as string | undefined}
          onChange={(password) => form.setFieldValue('password', password)}
        />
      )}
      <Select
        label="Role"
        required
        allowDeselect={false}
        data={roles.map((value) => ({ value, label: roleName(value) }))}
        {...form.getInputProps('role')}
      />
      <MultiSelect
        label="Departments"
        description="Whose queue this person sees and works on."
        data={departments.map(({ key, name }) => ({ value: key, label: name }))}
        {...form.getInputProps('departments')}
      />
      <TagsInput
        label="Skills and territories"
        description="A step can ask for them. Enter adds one."
        maxTags={40}
        {...form.getInputProps('tags')}
      />
      <NumberInput
        label="Capacity"
        description="How many open tasks a pool gives at most. Empty: no limit."
        reader={capacityReader}
        {...form.getInputProps('capacity')}
        value={form.values.capacity}
      />
      {person?.active && <ResetLinkPart person={person} />}
      {person && (
        <Switch
          label="May sign in"
          description="Off ends all sessions with the next request."
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      )}
      {person && !form.values.active && (
        <HandOverPart
          person={person}
          departments={departments}
          value={form.values.handOver}
          onChange={(handOver) => form.setFieldValue('handOver', handOver)}
        />
      )}
    </FormDialog>
  );
}
