import { useState } from 'react';
import { useEditor } from '../../state/editor-context.tsx';

interface Typed {
  text: string;
  error: string | undefined;
  onChange: (text: string) => void;
  onBlur: () => void;
}

/**
 * Text that is being typed. What `check` refuses is shown with the reason and not taken into the
 * drawing, so that the drawing stays valid; on leaving the field the last good value comes back.
 */
export function useTyped(
  value: string,
  take: (text: string) => void,
  check: (text: string) => string | undefined = () => undefined,
): Typed {
  const { store } = useEditor();
  const [typing, setTyping] = useState<{ text: string; error: string; on: string }>();
  const refused = typing?.on === value ? typing : undefined;
  return {
    text: refused?.text ?? value,
    error: refused?.error,
    onChange: (text) => {
      const error = check(text);
      setTyping(error === undefined ? undefined : { text, error, on: value });
      if (error === undefined) take(text);
    },
    onBlur: () => {
      setTyping(undefined);
      store.getState().settle();
    },
  };
}
