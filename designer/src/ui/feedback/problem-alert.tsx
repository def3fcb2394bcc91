import { IconAlertCircle } from '@tabler/icons-react';
import { isProblem, type Problem, type ProblemItem } from '../../lib/problem.ts';
import styles from './problem-alert.module.css';

interface ProblemAlertProps {
  /** Nothing is shown for null and undefined. */
  error: unknown;
  /** Brings the person to the field at this path; makes each message a link. */
  onField?: (path: string) => void;
}

const unexpected: Problem = {
  type: 'about:blank',
  title: 'This did not work',
  status: 0,
  code: 'unexpected',
  detail: 'Nothing was changed. Try again; if it stays so, tell support the code “unexpected”.',
};

function Item({
  item,
  onField,
}: {
  item: ProblemItem;
  onField?: ((path: string) => void) | undefined;
}) {
  return (
    <li>
      {onField && item.path !== '' ? (
        <button type="button" className="link" onClick={() => onField(item.path)}>
          {item.message}
        </button>
      ) : (
        item.message
      )}
      {item.remedy !== undefined && <span className={styles.remedy}> {item.remedy}</span>}
    </li>
  );
}

/**
 * What to show of the detail and the items: where the detail repeats every item, one of them is enough. Items stay
 * where they lead to their fields.
 */
function shownOnce({ detail, errors = [] }: Problem, leadsToFields: boolean) {
  const repeats = errors.length > 0 && errors.every(({ message }) => detail?.includes(message));
  if (!repeats) return { detail, items: errors };
  return leadsToFields ? { detail: undefined, items: errors } : { detail, items: [] };
}

/** A refusal with all its reasons at once. */
export function ProblemAlert({ error, onField }: ProblemAlertProps) {
  if (error === null || error === undefined) return null;
  const problem = isProblem(error) ? error.problem : unexpected;
  const { detail, items } = shownOnce(problem, onField !== undefined);
  return (
    <div className={styles.problem} role="alert" data-code={problem.code}>
      <IconAlertCircle size={16} className={styles.icon} aria-hidden />
      <div className={styles.body}>
        <p className={styles.title}>{problem.title}</p>
        {detail !== undefined && <p>{detail}</p>}
        {items.length > 0 && (
          <ul className={styles.list}>
            {items.map((item) => (
              <Item key={item.path + item.message} item={item} onField={onField} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
