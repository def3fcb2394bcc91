import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, orpc } from '../../../lib/api-client.ts';
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx';
import type { AdminPerson } from '../admin-data.ts';
import styles from '../admin.module.css';
import { ResetLinkWords } from './reset-link-words.tsx';

/** A link by mail with which the person sets a new password, and what became of the last one. */
export function ResetLinkPart({ person }: { person: AdminPerson }) {
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: () => api.admin.sendResetLink({ id: person.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: orpc.admin.people.key() }),
  });
  return (
    <section className={styles.handOver} aria-label="Password">
      <h3>Password</h3>
      <p className={styles.hint}>
        A link to {person.email} lets {person.name} set a new password. It works once, for 60
        minutes; an older link works no more.
      </p>
      <ProblemAlert error={send.error} />
      <p role="status" className={styles.hint}>
        {person.resetLink && <ResetLinkWords link={person.resetLink} />}
      </p>
      <div>
        <Button variant="default" loading={send.isPending} onClick={() => send.mutate()}>
          Send reset link
        </Button>
      </div>
    </section>
  );
}
