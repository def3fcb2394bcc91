import { useQueryClient } from '@tanstack/react-query';
import { api, orpc } from '../../lib/api-client.ts';
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx';
import { showToast } from '../../ui/feedback/toast.tsx';
import { pauseWords } from './pause-words.ts';

interface PauseDialogProps {
  process: { key: string; name: string; stands: boolean; openDeals: number };
  onClose: () => void;
}

/** Pauses a whole process, or lets it go on (E19): says how many deals stand or go on. */
export function PauseDialog({ process, onClose }: PauseDialogProps) {
  const client = useQueryClient();
  const words = pauseWords(process);
  const change = async () => {
    const { key, stands } = process;
    const { deals } = await (stands ? api.processes.resume({ key }) : api.processes.pause({ key }));
    await Promise.all([
      client.invalidateQueries({ queryKey: orpc.processes.key() }),
      client.invalidateQueries({ queryKey: orpc.deals.key() }),
    ]);
    showToast({ tone: 'ok', title: words.done(deals) });
  };
  return (
    <ConfirmDialog
      onClose={onClose}
      title={words.question}
      confirmLabel={words.confirm}
      cancelLabel={words.keep}
      onConfirm={change}
    >
      <p>{words.consequence}</p>
    </ConfirmDialog>
  );
}
