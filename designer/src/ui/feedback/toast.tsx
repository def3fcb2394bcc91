import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconAlertCircle,
  IconArrowBackUp,
  IconCircleCheck,
  IconInfoCircle,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { errorWords } from './error-words.ts';
import styles from './toast.module.css';

const icons = {
  ok: IconCircleCheck,
  danger: IconAlertCircle,
  neutral: IconInfoCircle,
  undo: IconArrowBackUp,
};
const colors = {
  ok: 'var(--ok)',
  danger: 'var(--danger)',
  neutral: 'var(--ink-3)',
  undo: 'var(--ink-3)',
};

interface Toast {
  /** The act, in the past tense: `Priced.` */
  title: string;
  message?: ReactNode;
  tone?: 'ok' | 'danger' | 'neutral' | 'undo';
  action?: { label: string; run: () => void };
  /** 8 by default; an error stays until it is closed. */
  seconds?: number;
}

function ToastLine({ toast, close }: { toast: Toast; close: () => void }) {
  const { title, message, action } = toast;
  return (
    <div className={styles.line}>
      <span className={styles.text}>
        <b>{title}</b> {message}
      </span>
      {action && (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => {
            close();
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}

/** Tells what was done, at the bottom right, read out by screen readers. */
export function showToast(toast: Toast): void {
  const tone = toast.tone ?? 'ok';
  const Icon = icons[tone];
  const id = crypto.randomUUID();
  notifications.show({
    id,
    role: tone === 'danger' ? 'alert' : 'status',
    icon: <Icon size={16} color={colors[tone]} aria-hidden />,
    message: <ToastLine toast={toast} close={() => notifications.hide(id)} />,
    autoClose:
      toast.seconds !== undefined ? toast.seconds * 1000 : tone === 'danger' ? false : 8000,
    withCloseButton: tone === 'danger',
  });
}

/** After an act that can be undone: `Undid …` is told by whoever undoes. */
export function showUndo(message: string, undo: () => void): void {
  showToast({ title: message, tone: 'undo', action: { label: 'Undo', run: undo } });
}

/** For a failure that has no place of its own on the page. */
export function showError(error: unknown, title: string): void {
  const { sentence, code } = errorWords(error);
  showToast({ title, message: sentence ?? `Code ${code}.`, tone: 'danger' });
}
