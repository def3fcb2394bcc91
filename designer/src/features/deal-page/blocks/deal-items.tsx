import { IconListCheck } from '@tabler/icons-react';
import { AddItem } from '../../../ui/work/add-item.tsx';
import { EachItems } from '../../../ui/work/each-items.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { occurrenceKey, type Deal } from '../deal.ts';

/** Steps that are done for several items, and what may be added. */
export function DealItems({ deal }: { deal: Deal }) {
  const mayAdd = deal.may.edit && deal.hold === null;
  return deal.eaches.map((each) => (
    <Panel
      key={occurrenceKey(each)}
      icon={<IconListCheck size={16} aria-hidden />}
      title={each.title}
      meta="for each item"
    >
      <EachItems each={each} />
      {mayAdd && each.mayAdd.length > 0 && <AddItem dealId={deal.id} each={each} />}
    </Panel>
  ));
}
