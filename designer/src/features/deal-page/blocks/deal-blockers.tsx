import { IconCircleCheck, IconGitPullRequest, IconSquare } from '@tabler/icons-react';
import { Panel } from '../../../ui/panel.tsx';
import { isClosed, nextExit, type Deal } from '../deal.ts';
import { GateDetail } from './gate-detail.tsx';
import styles from '../deal-page.module.css';

/** Every gate item of the way on at once: open ones first, then those that are met. */
export function DealBlockers({ deal }: { deal: Deal }) {
  const exit = nextExit(deal);
  if (isClosed(deal) || exit === undefined) return null;
  const items = [...exit.items].sort((a, b) => Number(a.met) - Number(b.met));
  const open = exit.unmet;
  return (
    <Panel
      icon={<IconGitPullRequest size={16} aria-hidden />}
      tone={open > 0 ? 'warn' : 'plain'}
      title={
        open > 0 ? 'What blocks this deal' : `Ready for ${exit.to === 'won' ? 'Won' : exit.label}`
      }
      meta={meta(exit.items.length, open, exit.mode)}
      padded={false}
    >
      {items.length > 0 && (
        <ul className={styles.gate}>
          {items.map((item, index) => (
            <li key={index} className={item.met ? styles.met : undefined}>
              {item.met ? (
                <IconCircleCheck size={16} className="ok" aria-label="met" />
              ) : (
                <IconSquare size={16} className="warn" aria-label="open" />
              )}
              <span className="grow">
                <b>{item.label}</b>
                <GateDetail item={item} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function meta(all: number, open: number, mode: string): string {
  if (open > 0) return `${open} of ${all} gate items ${open === 1 ? 'is' : 'are'} open`;
  return mode === 'manual' ? 'Nothing is missing. Move it when you are.' : 'It goes on by itself.';
}
