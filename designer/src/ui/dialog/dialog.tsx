import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

/** A dialog: it takes the focus, closes by Escape, and gives the focus back to what opened it. */
export function Dialog({ children, ...props }: ModalProps) {
  return (
    <Modal {...props}>
      <FocusBack />
      {children}
    </Modal>
  );
}

/**
 * Is there while the dialog is: Mantine gives the focus back only where a dialog stays mounted
 * while it is closed, and ours are mostly made when they open.
 */
function FocusBack() {
  // Before the dialog takes it: in the first render.
  const [opener] = useState(openerOf);
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      setTimeout(() => {
        const hasFocus =
          document.activeElement !== null && document.activeElement !== document.body;
        if (!isThere.current && !hasFocus && opener?.isConnected) opener.focus();
      });
    };
  }, [opener]);
  return null;
}

/** What has the focus; of a menu, which closes as the dialog opens, the button that opened it. */
function openerOf(): HTMLElement | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return null;
  const menu = active.closest('[role="menu"]');
  if (menu === null) return active;
  return document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
}
