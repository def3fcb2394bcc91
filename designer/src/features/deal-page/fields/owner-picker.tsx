import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, orpc } from '../../../lib/api-client.ts';
import { PersonName } from '../../../ui/initials.tsx';
import { showError, showUndo } from '../../../ui/feedback/toast.tsx';
import type { Deal } from '../deal.ts';
import styles from '../deal-summary.module.css';

/** Hands the deal to somebody else; the run hears of it, tasks of the owner follow. */
export function OwnerPicker({ deal }: { deal: Deal }) {
  const client = useQueryClient();
  const intake = useQuery(orpc.deals.intake.queryOptions({ input: { key: deal.processKey } }));
  const assign = useMutation({
    mutationFn: ({ owner, from }: { owner: string; from: string | null }) =>
      api.deals.setOwner({ dealId: deal.id, owner, from }),
    onSuccess: (_, { owner, from }) => {
      void client.invalidateQueries({ queryKey: orpc.deals.key() });
      const name = intake.data?.owners.find(({ id }) => id === owner)?.name ?? '';
      const undo = () => from !== null && assign.mutate({ owner: from, from: owner });
      if (from !== null) showUndo(`${name} owns this deal`, undo);
    },
    onError: (error) => {
      void client.invalidateQueries({ queryKey: orpc.deals.key() });
      showError(error, 'The owner stays as it was');
    },
  });
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={styles.owner} aria-label="Change the owner">
          {deal.owner ? (
            <PersonName name={deal.owner.name} />
          ) : (
            <span className="warn">nobody</span>
          )}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {(intake.data?.owners ?? [])
          .filter(({ id }) => id !== deal.owner?.id)
          .map(({ id, name }) => (
            <Menu.Item
              key={id}
              onClick={() => assign.mutate({ owner: id, from: deal.owner?.id ?? null })}
            >
              {name}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
