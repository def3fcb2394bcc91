import styles from './mail-preview.module.css';

interface MailPreviewProps {
  /** Address of the mail's HTML, served with a policy of its own (`/api/…/html`). */
  src?: string | undefined;
  /** The HTML itself; the page's policy applies, so styles written into it do not. */
  html?: string | undefined;
  /** The plain-text part; shown when there is no HTML. */
  text?: string | undefined;
  /** Names the frame for screen readers: the subject. */
  title?: string | undefined;
}

/** A mail as its reader sees it, in a frame that runs no script and shares no origin with us. */
export function MailPreview({ src, html, text, title = 'Mail' }: MailPreviewProps) {
  if (src === undefined && html === undefined)
    return <pre className={styles.text}>{text ?? ''}</pre>;
  const source = src === undefined ? { srcDoc: html } : { src };
  return (
    <iframe
      className={styles.frame}
      title={title}
      sandbox=""
      referrerPolicy="no-referrer"
      {...source}
    />
  );
}
