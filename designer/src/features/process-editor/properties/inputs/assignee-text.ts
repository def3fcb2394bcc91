import type { Assignee } from '#core/drawing/people.ts';
import type { NamedDirectory } from '../../state/editor-context.tsx';
import { roleNames } from './role-names.ts';

/** Who gets the work, by name: `Owner`, `Business analysis`, `Sales manager`. */
export function assigneeText(assignee: Assignee, directory: NamedDirectory): string {
  switch (assignee.kind) {
    case 'owner':
      return 'Owner';
    case 'role':
      return roleNames[assignee.role];
    case 'department': {
      const { department } = assignee;
      return directory.departments.find((one) => one.key === department)?.name ?? department;
    }
    case 'person': {
      const name = directory.people.find((one) => one.id === assignee.person)?.name;
      return name ?? 'Person not found';
    }
  }
}
