import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { orpc } from '../../lib/api-client.ts';
import { QueryState } from '../../ui/feedback/query-state.tsx';
import { NewDealForm } from './new-deal-form.tsx';

interface NewDealDialogProps {
  process: string;
  onClose: () => void;
}

/** Registers a deal on the live version; it is a run at once. */
export function NewDealDialog({ process, onClose }: NewDealDialogProps) {
  const query = useQuery(orpc.deals.intake.queryOptions({ input: { key: process } }));
  return (
    <Dialog opened onClose={onClose} title="New deal" size={640}>
      <QueryState query={query} failed="The form did not load">
        {(intake) => <NewDealForm process={process} intake={intake} onClose={onClose} />}
      </QueryState>
    </Dialog>
  );
}
