import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, orpc } from '../../../lib/api-client.ts';
import { fieldErrors } from '../../../lib/problem.ts';
import { showToast } from '../../../ui/feedback/toast.tsx';
import type { AdminCalendar, AdminDepartment, AdminPerson } from '../admin-data.ts';
import { FormDialog } from '../form-dialog.tsx';

interface DepartmentFormProps {
  department: AdminDepartment | undefined;
  people: AdminPerson[];
  calendars: AdminCalendar[];
  onClose: () => void;
}

export function DepartmentForm({ department, people, calendars, onClose }: DepartmentFormProps) {
  const client = useQueryClient();
  const form = useForm({
    initialValues: {
      key: department?.key ?? '',
      name: department?.name ?? '',
      calendar: department?.calendar ?? null,
      lead: department?.lead?.id ?? null,
      members: department?.members.map((member) => member.id) ?? [],
    },
  });
  const save = useMutation({
    mutationFn: () =>
      department
        ? api.admin.updateDepartment({
            ...form.values,
            key: department.key,
            revision: department.revision,
          })
        : api.admin.createDepartment(form.values),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: orpc.admin.key() });
      showToast({ tone: 'ok', title: `${saved.name} is saved` });
      onClose();
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const active = people
    .filter((person) => person.active || form.values.members.includes(person.id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormDialog
      title={department?.name ?? 'Add department'}
      saveLabel={department ? 'Save' : 'Add department'}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate()}
      onClose={onClose}
    >
      <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
      {!department && (
        <TextInput
          label="Key"
          description="Small letters, digits and hyphens. Processes refer to it; it never changes."
          required
          {...form.getInputProps('key')}
        />
      )}
      <MultiSelect
        label="Members"
        description="They see the queue and may claim its tasks."
        searchable
        data={active}
        {...form.getInputProps('members')}
      />
      <Select
        label="Lead"
        description="Told when a task of the department is late."
        clearable
        searchable
        data={active}
        {...form.getInputProps('lead')}
      />
      <Select
        label="Calendar"
        description="Its working time measures the department's tasks."
        placeholder="That of the process"
        clearable
        data={calendars.map(({ key, name }) => ({ value: key, label: name }))}
        {...form.getInputProps('calendar')}
      />
    </FormDialog>
  );
}
