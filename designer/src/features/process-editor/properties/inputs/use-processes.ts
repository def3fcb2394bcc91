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

/** Fields and stages of another process, as its draft has them; empty until they are loaded or when there is none. */
export function useOtherProcess(key: string): OtherProcess {
  const isKnown = useProcesses().some(({ value }) => value === key);
  const { data } = useQuery({
    ...orpc.processes.get.queryOptions({ input: { key } }),
    enabled: isKnown,
  });
  const drawing = data?.drawing;
  return {
    fields: (drawing?.fields ?? []).map(({ id, label }) => ({ value: id, label })),
    stages: (drawing?.stages ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}
