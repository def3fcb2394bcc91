import { ListSkeleton } from '../ui/feedback/list-skeleton.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** While a page's code or session is under way. */
export function PagePending() {
  return (
    <>
      <PageHeader title="" />
      <ListSkeleton rows={8} label="The page is loading" />
    </>
  );
}
