import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The address of a webhook is not one that may be called. */
export class RefusedAddress extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'RefusedAddress';
  }
}

/** Whether an address belongs to the open internet: no loopback, private, link-local or reserved one. */
export function isPublic(address: string): boolean {
  // A scope such as fe80::1%eth0 names an interface of this machine.
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  return ipaddr.process(address).range() === 'unicast';
}

/**
 * The address to connect to for a URL, resolved once: whoever connects must use it, and not ask
 * again. Every address that the name has must be public, unless `allowPrivate`.
 * @throws RefusedAddress for another scheme, credentials in the URL, or an address that is not public
 */
export async function addressFor(url: URL, allowPrivate: boolean): Promise<LookupAddress> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new RefusedAddress(`${url.protocol} is neither http: nor https:`);
  if (url.username !== '' || url.password !== '')
    throw new RefusedAddress('the URL holds a user or a password');
  const found = await resolve(url.hostname);
  const refused = allowPrivate ? undefined : found.find(({ address }) => !isPublic(address));
  if (refused) throw new RefusedAddress('the address is not public');
  return found[0]!;
}

/** The URL parser has made one form of 127.1, 0x7f.1 and 2130706433 by now. */
async function resolve(hostname: string): Promise<LookupAddress[]> {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  return lookup(host, { all: true, verbatim: true });
}
