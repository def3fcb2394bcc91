import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../../lib/api-client.ts';
import { fieldErrors } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { NewPasswordInput } from '../../ui/new-password-input.tsx';
import { ProblemAlert } from '../../ui/feedback/problem-alert.tsx';
import { showToast } from '../../ui/feedback/toast.tsx';
import styles from './account.module.css';

/** Another password, by the current one. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { person } = useSession();
  const [currentPassword, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useMutation({
    mutationFn: () => api.session.changePassword({ currentPassword, password }),
    onSuccess: () => {
      showToast({ title: 'Your password is changed.', message: 'All other sessions have ended.' });
      onClose();
    },
  });
  const errors = fieldErrors(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change.isPending) change.mutate();
  };
  return (
    <Dialog opened onClose={onClose} title="Change your password">
      <form className={styles.form} onSubmit={submit}>
        <ProblemAlert error={change.error} />
        {/* So that a password manager knows whose it is. */}
        <input type="hidden" name="username" autoComplete="username" value={person.email} />
        <PasswordInput
          label="Current password"
          name="current-password"
          autoComplete="current-password"
          required
          data-autofocus
          value={currentPassword}
          error={errors['currentPassword']}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordInput
          label="New password"
          name="new-password"
          value={password}
          error={errors['password']}
          onChange={setPassword}
        />
        <p className="meta">You stay signed in here. Everywhere else your sessions end.</p>
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            Change the password
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
