import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../../../lib/api-client.ts';
import type { Option } from './choice-field.tsx';

/** All processes of the organisation, for a choice; empty until they are loaded. */
export function useProcesses(): Option[] {
  const { data } = useQuery(orpc.processes.list.queryOptions());
  return (data?.items ?? []).map(({ key, name }) => ({ value: key, label: `${key} ${name}` }));
}

interface OtherProcess {
  fields: Option[];
  stages: Option[];
}

const keyPattern = /^[A-Z][A-Z0-9-]{1,19}$/;

/** Fields and stages of another process, as its draft has them; empty until they are loaded. */
export function useOtherProcess(key: string): OtherProcess {
  const { data } = useQuery({
    ...orpc.processes.get.queryOptions({ input: { key } }),
    enabled: keyPattern.test(key),
  });
  const drawing = data?.drawing;
  return {
    fields: (drawing?.fields ?? []).map(({ id, label }) => ({ value: id, label })),
    stages: (drawing?.stages ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}
