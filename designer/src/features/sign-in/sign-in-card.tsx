import type { FormEventHandler, ReactNode } from 'react';
import { Logo } from '../../ui/logo.tsx';
import styles from './sign-in-page.module.css';

interface SignInCardProps {
  title: string;
  onSubmit: FormEventHandler;
  children: ReactNode;
}

/** The one form of a page that needs no session. */
export function SignInCard({ title, onSubmit, children }: SignInCardProps) {
  return (
    <main className={styles.page}>
      <form className={styles.card} onSubmit={onSubmit} aria-labelledby="sign-in-title">
        <div className="row">
          <Logo size={22} />
          <span className={styles.brand}>Stagewright</span>
        </div>
        <h1 id="sign-in-title" className={styles.title}>
          {title}
        </h1>
        {children}
      </form>
    </main>
  );
}
