import { Button, Group, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { ProblemAlert } from '../feedback/problem-alert.tsx';

interface ConfirmDialogProps {
  /** Called for the safe choice, Esc and a click outside, and when what was confirmed is done. */
  onClose: () => void;
  /** A question with the verb: `Lose this deal?` */
  title: string;
  /** What will happen, in numbers; fields that are asked for. */
  children?: ReactNode;
  /** Buttons are named by result: `Lose the deal`, `Keep the deal`. */
  confirmLabel: string;
  cancelLabel: string;
  /** The dialog stays open while it is pending, and says why when it rejects. */
  onConfirm: () => Promise<unknown>;
  danger?: boolean;
  confirmDisabled?: boolean;
}

/** Asked only for an act that cannot be undone; the focus is on the safe button. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const confirm = async () => {
    setRunning(true);
    setFailure(undefined);
    try {
      await props.onConfirm();
      props.onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setRunning(false);
    }
  };
  return (
    <Dialog opened onClose={props.onClose} title={props.title} withCloseButton={false}>
      <Stack gap="md">
        {props.children !== undefined && (
          <Stack gap="md" className="soft">
            {props.children}
          </Stack>
        )}
        <ProblemAlert error={failure} />
        <Group gap="sm" justify="flex-end">
          <Button variant="default" data-autofocus onClick={props.onClose}>
            {props.cancelLabel}
          </Button>
          <Button
            {...(props.danger === true ? { color: 'danger' } : {})}
            loading={running}
            disabled={props.confirmDisabled === true}
            onClick={() => void confirm()}
          >
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
