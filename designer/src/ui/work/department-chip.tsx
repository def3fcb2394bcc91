import { departmentTone } from './department-tone.ts';
import styles from './department-chip.module.css';

/** A department by name, in its colour; `departmentKey` picks the colour. */
export function DepartmentChip(props: { departmentKey: string; name: string }) {
  const tone = departmentTone(props.departmentKey);
  return <span className={`${styles.department} ${styles[tone]}`}>{props.name}</span>;
}
