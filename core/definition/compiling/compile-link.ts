import type { Link } from '../../drawing/link.ts';
import type { ConditionChecker } from './condition-checker.ts';
import type { LinkDefinition } from '../definition.ts';

export function compileLink(link: Link, checker: ConditionChecker): LinkDefinition {
  const { id, from, to, ports, when, rework } = link;
  return {
    id,
    from,
    to,
    ports,
    ...(when && { when: checker.compile(when, 'boolean') }),
    ...(rework && { rework: rework.max }),
  };
}
