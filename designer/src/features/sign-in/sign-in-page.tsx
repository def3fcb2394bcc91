import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import type { Session } from '#api/contract/session.ts';
import { api, orpc } from '../../lib/api-client.ts';
import { enterSession } from '../../lib/session.ts';
import { Logo } from '../../ui/logo.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import styles from './sign-in-page.module.css';
import { DemoPeople } from './demo-people.tsx';
import { safeNext } from './safe-next.ts';

/** E-mail and password; afterwards to where the person wanted to go. */
export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
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
    <main className={styles.page}>
      <form className={styles.card} onSubmit={submit} aria-labelledby="sign-in-title">
        <div className="row">
          <Logo size={22} />
          <span className={styles.brand}>Stagewright</span>
        </div>
        <h1 id="sign-in-title" className={styles.title}>
          Sign in
        </h1>
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
        {people.length > 0 && (
          <DemoPeople people={people} busy={busy} onChoose={(who) => signInDemo.mutate(who)} />
        )}
      </form>
    </main>
  );
}
