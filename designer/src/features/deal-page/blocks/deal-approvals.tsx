import { IconShieldCheck } from '@tabler/icons-react';
import { ApprovalParts } from '../../../ui/work/approval-parts.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { stepStateWord } from '../position/step-state-word.ts';
import { occurrenceKey, type Deal } from '../deal.ts';

/** Approvals that were asked for, with everybody's word. */
export function DealApprovals({ deal }: { deal: Deal }) {
  return deal.approvals.map((approval) => (
    <Panel
      key={occurrenceKey(approval)}
      icon={<IconShieldCheck size={16} aria-hidden />}
      title={approval.title}
      meta={`approval, ${stepStateWord(approval.status)}`}
    >
      {approval.facts.length > 0 && (
        <Facts items={approval.facts.map(({ label, text }) => ({ label, value: text }))} />
      )}
      <ApprovalParts approval={approval} />
    </Panel>
  ));
}
