import { Checkbox, Textarea } from '@mantine/core';
import { IconSquare } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, orpc } from '../../../lib/api-client.ts';
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx';
import { isReason, ReasonField } from '../../../ui/dialog/reason-field.tsx';
import { showToast } from '../../../ui/feedback/toast.tsx';
import type { Deal, DealExit } from '../deal.ts';
import { GateDetail } from '../blocks/gate-detail.tsx';
import { moveInput, moveWords } from './move-words.ts';
import { OutcomeReasons } from './outcome-reasons.tsx';
import { RedoChoice } from './redo-choice.tsx';
import styles from './moves.module.css';

interface MoveDialogProps {
  deal: Deal;
  exit: DealExit;
  onClose: () => void;
}

/** Moves the deal through an exit: names everything that is open, asks for the reasons. */
export function MoveDialog({ deal, exit, onClose }: MoveDialogProps) {
  const client = useQueryClient();
  const [reasons, setReasons] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const [redo, setRedo] = useState<string[]>([]);
  const [override, setOverride] = useState(false);
  const [why, setWhy] = useState('');
  const words = moveWords(deal, exit);
  const open = exit.items.filter((item) => !item.met && item.kind !== 'reasons');
  const blocked = open.length > 0 && !(override && isReason(why));
  const missing = exit.asksReasons !== null && reasons.length === 0;
  const move = async () => {
    try {
      await api.deals.move(
        moveInput(deal, exit, {
          reasons,
          note,
          redo,
          why: override && open.length > 0 ? why : undefined,
        }),
      );
    } catch (error) {
      await client.invalidateQueries({ queryKey: orpc.deals.key() });
      throw error;
    }
    await client.invalidateQueries({ queryKey: orpc.deals.key() });
    showToast({ tone: 'ok', title: words.done });
  };
  return (
    <ConfirmDialog
      onClose={onClose}
      title={words.question}
      confirmLabel={words.confirm}
      cancelLabel={words.keep}
      danger={exit.to === 'lost'}
      confirmDisabled={blocked || missing}
      onConfirm={move}
    >
      <p>{words.consequence}</p>
      {open.length > 0 && (
        <ul className={styles.open} aria-label="What is missing">
          {open.map((item, index) => (
            <li key={index}>
              <IconSquare size={16} className="warn" aria-hidden />
              <span>
                <b>{item.label}</b>
                <GateDetail item={item} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {exit.redo !== null && exit.redo.length > 0 && (
        <RedoChoice redo={exit.redo} more={redo} onMore={setRedo} />
      )}
      {open.length > 0 && deal.may.override && (
        <>
          <Checkbox
            label="Move it all the same"
            description="By your right. The open items and your reason are recorded."
            checked={override}
            onChange={(event) => setOverride(event.currentTarget.checked)}
          />
          {override && <ReasonField value={why} onChange={setWhy} />}
        </>
      )}
      {exit.asksReasons !== null && (
        <>
          <OutcomeReasons
            outcome={exit.to === 'lost' ? 'lost' : 'won'}
            reasons={exit.asksReasons}
            value={reasons}
            onChange={setReasons}
          />
          <Textarea
            label="Note"
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </>
      )}
    </ConfirmDialog>
  );
}
