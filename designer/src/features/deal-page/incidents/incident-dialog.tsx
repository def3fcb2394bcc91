import { useState } from 'react';
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx';
import { isReason, ReasonField } from '../../../ui/dialog/reason-field.tsx';
import { incidentWords, type AskedChoice } from './incident-words.ts';
import { OutcomeReasons } from '../moves/outcome-reasons.tsx';

interface IncidentDialogProps {
  /** Of the incident. */
  title: string;
  choice: AskedChoice;
  lostReasons: { id: string; label: string }[];
  onConfirm: (said: { reason?: string; reasons?: string[] }) => Promise<unknown>;
  onClose: () => void;
}

/** Asks why a step is skipped, done once more, or the deal is lost for it. */
export function IncidentDialog(props: IncidentDialogProps) {
  const { title, choice, lostReasons, onConfirm, onClose } = props;
  const [reason, setReason] = useState('');
  const [reasons, setReasons] = useState<string[]>([]);
  const words = incidentWords(choice, title);
  const asksReasons = choice === 'lost' && lostReasons.length > 0;
  const missing = (choice === 'skip' && !isReason(reason)) || (asksReasons && !reasons[0]);
  return (
    <ConfirmDialog
      onClose={onClose}
      title={words.question}
      confirmLabel={words.confirm}
      cancelLabel={words.keep}
      danger={choice === 'lost'}
      confirmDisabled={missing}
      onConfirm={() =>
        onConfirm({
          ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
          ...(asksReasons ? { reasons } : {}),
        })
      }
    >
      <p>{words.consequence}</p>
      {asksReasons && (
        <OutcomeReasons
          outcome="lost"
          reasons={lostReasons}
          value={reasons}
          onChange={setReasons}
        />
      )}
      <ReasonField value={reason} onChange={setReason} required={choice === 'skip'} />
    </ConfirmDialog>
  );
}
