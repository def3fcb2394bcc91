import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { api } from '../../lib/api-client.ts';
import { fieldErrors } from '../../lib/problem.ts';
import { NewPasswordInput } from '../../ui/new-password-input.tsx';
import { ProblemAlert } from '../../ui/feedback/problem-alert.tsx';
import { takeToken } from './reset-token.ts';
import { SignInCard } from './sign-in-card.tsx';

/** The token of the link that opened this page: taken when the page is loaded, for it leaves the address then. */
const token = takeToken(window);

/** A new password by the link of a mail; no session is needed. */
export function ResetPage() {
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  useEffect(() => {
    document.title = 'Set a new password · Stagewright';
  }, []);
  const reset = useMutation({
    mutationFn: () => api.session.resetPassword({ token: token ?? '', password }),
    onSuccess: () => navigate({ to: '/sign-in', search: { set: 'password' } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!reset.isPending) reset.mutate();
  };
  return (
    <SignInCard title="Set a new password" onSubmit={submit}>
      {token === undefined ? (
        <p>
          The address of this page is not complete. Open the link in the mail again, or ask an
          administrator for a new one.
        </p>
      ) : (
        <>
          <ProblemAlert error={reset.error} />
          <NewPasswordInput
            label="New password"
            name="new-password"
            autoFocus
            value={password}
            error={fieldErrors(reset.error)['password']}
            onChange={setPassword}
          />
          <p className="meta">All sessions of yours end. Then you sign in with the new password.</p>
          <Button type="submit" loading={reset.isPending} fullWidth>
            Set the password
          </Button>
        </>
      )}
      <Link to="/sign-in" className="link">
        Sign in
      </Link>
    </SignInCard>
  );
}
