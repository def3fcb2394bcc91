import { Button, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DealDetail } from '#api/contract/deals.ts';
import { api, orpc } from '../../lib/api-client.ts';
import { ProblemAlert } from '../feedback/problem-alert.tsx';

interface AddItemProps {
  dealId: string;
  each: DealDetail['eaches'][number];
}

/** Another item for a step that is done for several (E8). */
export function AddItem({ dealId, each }: AddItemProps) {
  const client = useQueryClient();
  const [item, setItem] = useState<string | null>(null);
  const { step, stage, visit, round } = each;
  const add = useMutation({
    mutationFn: (chosen: string) =>
      api.deals.addItem({ dealId, step, stage, visit, round, item: chosen }),
    onSuccess: () => setItem(null),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: orpc.deals.key() }),
        client.invalidateQueries({ queryKey: orpc.tasks.key() }),
      ]),
  });
  return (
    <>
      <ProblemAlert error={add.error} />
      <div className="row">
        <Select
          className="grow"
          size="xs"
          aria-label={`Another item for ${each.title}`}
          placeholder="Another item"
          data={each.mayAdd.map(({ id, label }) => ({ value: id, label }))}
          value={item}
          onChange={setItem}
        />
        <Button
          size="xs"
          variant="default"
          disabled={item === null}
          loading={add.isPending}
          onClick={() => item !== null && add.mutate(item)}
        >
          Add item
        </Button>
      </div>
    </>
  );
}
