import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { orpc } from '../../lib/api-client.ts';
import { ProblemAlert } from '../../ui/feedback/problem-alert.tsx';
import { checkKey, checkName, suggestKey } from './process-key.ts';

function useCreate() {
  const navigate = useNavigate();
  return useMutation(
    orpc.processes.create.mutationOptions({
      onSuccess: async (draft, _input, _result, { client }) => {
        client.setQueryData(orpc.processes.get.queryKey({ input: { key: draft.key } }), draft);
        void client.invalidateQueries({ queryKey: orpc.processes.list.key() });
        await navigate({ to: '/processes/$processKey', params: { processKey: draft.key } });
      },
    }),
  );
}

/** Asks for name and key of a new process and opens it in the editor. */
export function NewProcessDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const create = useCreate();
  const form = useForm({
    initialValues: { name: '', key: '' },
    validate: { name: checkName, key: checkKey },
  });
  const setName = (name: string) => {
    const isSuggested = form.values.key === '' || form.values.key === suggestKey(form.values.name);
    form.setFieldValue('name', name);
    if (isSuggested) form.setFieldValue('key', suggestKey(name));
  };
  return (
    <Dialog opened={opened} onClose={onClose} title="New process" withCloseButton={false}>
      <form onSubmit={form.onSubmit(({ name, key }) => create.mutate({ name: name.trim(), key }))}>
        <Stack gap="md">
          <TextInput
            label="Name"
            placeholder="Photovoltaics"
            maxLength={80}
            data-autofocus
            {...form.getInputProps('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label="Key"
            description="In lists and addresses; it stays as it is."
            placeholder="PV-01"
            maxLength={20}
            {...form.getInputProps('key')}
            onChange={(event) => form.setFieldValue('key', event.currentTarget.value.toUpperCase())}
          />
          <ProblemAlert error={create.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={create.isPending}>
              Create process
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
