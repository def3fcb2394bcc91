import { PageHeader } from '../../ui/page-header.tsx';

export function ProcessListPage() {
  return <PageHeader title="Processes" />;
}
