import { useNavigate, useSearch } from '@tanstack/react-router';

/** The `edit` key of the address: what is open in the form, `new`, or nothing. */
export function useEdit() {
  const { edit } = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (value: string | undefined) =>
    void navigate({ to: '.', search: (was) => ({ ...was, edit: value }), replace: true });
  return { edit, open: set, close: () => set(undefined) };
}
