import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A token that stays the same for the life of a process and differs for the next one that gets its id:
 * the instant it started. Undefined when no such process runs (one that ended but was not collected counts as ended).
 */
export function processIdentity(pid: number): string | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may itself hold spaces and brackets: read on behind the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    });
    const [status, ...started] = line.trim().split(/\s+/);
    return !status || status.startsWith('Z') ? undefined : started.join(' ');
  } catch {
    return undefined;
  }
}
