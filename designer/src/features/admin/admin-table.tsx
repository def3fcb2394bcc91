import type { ReactNode } from 'react';
import styles from './admin.module.css';

interface AdminTableProps<T> {
  label: string;
  items: T[];
  keyOf: (item: T) => string;
  /** The first column is the name, which opens the form. */
  columns: { title: string; num?: boolean; cell: (item: T) => ReactNode }[];
  onOpen?: ((item: T) => void) | undefined;
  /** Which of them open; all where it is absent. */
  mayOpen?: (item: T) => boolean;
}

/** A list of things an administrator edits: the name opens its form. */
export function AdminTable<T>(props: AdminTableProps<T>) {
  const { label, items, keyOf, columns, onOpen, mayOpen = () => true } = props;
  return (
    <div className={styles.table}>
      <table className="rows" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" className={column.num ? 'num' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              {columns.map((column, index) => (
                <td key={column.title} className={column.num ? 'num' : undefined}>
                  {index === 0 && onOpen && mayOpen(item) ? (
                    <button type="button" className={styles.open} onClick={() => onOpen(item)}>
                      {column.cell(item)}
                    </button>
                  ) : (
                    column.cell(item)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
