import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { ProblemAlert } from '../../ui/feedback/problem-alert.tsx';
import styles from './admin.module.css';

interface FormDialogProps {
  title: string;
  saveLabel: string;
  busy: boolean;
  error: unknown;
  onSave: () => void;
  onClose: () => void;
  /** Names it in a `Modal.Stack`, where another dialog opens over it. */
  stackId?: string;
  saveDisabled?: boolean;
  /** A sentence beside the buttons. */
  note?: string;
  children: ReactNode;
}

/** A form over the list; Esc and Cancel leave everything as it was. */
export function FormDialog(props: FormDialogProps) {
  const { stackId } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave();
  };
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={props.title}
      size="lg"
      {...(stackId === undefined ? {} : { stackId })}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <ProblemAlert error={props.error} />
        {props.children}
        <div className={styles.actions}>
          {props.note !== undefined && (
            <p className={styles.note} role="status">
              {props.note}
            </p>
          )}
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={props.busy} disabled={props.saveDisabled === true}>
            {props.saveLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
