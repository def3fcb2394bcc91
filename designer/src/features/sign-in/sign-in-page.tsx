import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import type { Session } from '#api/contract/session.ts';
import { api, orpc } from '../../lib/api-client.ts';
import { enterSession } from '../../lib/session.ts';
import { ProblemAlert } from '../../ui/feedback/problem-alert.tsx';
import { DemoPeople } from './demo-people.tsx';
import { safeNext } from './safe-next.ts';
import { SignInCard } from './sign-in-card.tsx';

/** E-mail and password; afterwards to where the person wanted to go. */
export function SignInPage() {
  const { next, set } = useSearch({ from: '/sign-in' });
  const client = useQueryClient();
  const navigate = useNavigate();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  useEffect(() => {
    document.title = 'Sign in · Stagewright';
  }, []);
  const demo = useQuery({ ...orpc.session.demoPeople.queryOptions(), retry: false });
  const onSuccess = async (session: Session) => {
    enterSession(client, session);
    await navigate({ to: safeNext(next) });
  };
  const signIn = useMutation({
    mutationFn: () => api.session.signIn({ email: email.trim(), password }),
    onSuccess,
  });
  const signInDemo = useMutation({
    mutationFn: (who: string) => api.session.demoSignIn({ email: who }),
    onSuccess,
  });
  const busy = signIn.isPending || signInDemo.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) signIn.mutate();
  };
  const people = demo.data?.items ?? [];
  return (
    <SignInCard title="Sign in" onSubmit={submit}>
      {set === 'password' && signIn.error === null && (
        <p role="status">Your new password is set. Sign in with it.</p>
      )}
      <ProblemAlert error={signIn.error ?? signInDemo.error} />
      <TextInput
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} fullWidth>
        Sign in
      </Button>
      <p className="meta">Forgot your password? Ask an administrator for a reset link.</p>
      {people.length > 0 && (
        <DemoPeople people={people} busy={busy} onChoose={(who) => signInDemo.mutate(who)} />
      )}
    </SignInCard>
  );
}
