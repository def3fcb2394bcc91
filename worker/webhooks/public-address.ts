import { lookup } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The address of a webhook is not one that may be called. */
export class RefusedAddress extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'RefusedAddress';
  }
}

/**
 * Special ranges that some versions of the library take for the open internet: an installation may
 * have an older one than ours, which another package asked for. One list for each kind, for an
 * address of IPv4 counts as one of ::ffff:0:0/96 in a list of IPv6.
 */
const special = { ipv4: new BlockList(), ipv6: new BlockList() };
special.ipv4.addSubnet('192.31.196.0', 24, 'ipv4');
special.ipv4.addSubnet('192.52.193.0', 24, 'ipv4');
special.ipv4.addSubnet('192.175.48.0', 24, 'ipv4');
special.ipv4.addSubnet('198.18.0.0', 15, 'ipv4');
special.ipv6.addSubnet('2001::', 23, 'ipv6');
special.ipv6.addSubnet('2620:4f:8000::', 48, 'ipv6');
special.ipv6.addSubnet('3fff::', 20, 'ipv6');
// Of IPv6 only 2000::/3 is given out: below it lie ::127.0.0.1 and 64:ff9b:1::/48.
special.ipv6.addSubnet('::', 3, 'ipv6');
special.ipv6.addSubnet('4000::', 2, 'ipv6');
special.ipv6.addSubnet('8000::', 1, 'ipv6');

/** Whether an address belongs to the open internet: no loopback, private, link-local or reserved one. */
export function isPublic(address: string): boolean {
  // A scope such as fe80::1%eth0 names an interface of this machine.
  if (!ipaddr.isValid(address) || address.includes('%')) return false;
  // One of IPv4 that is written in IPv6 counts as the one of IPv4 that it is.
  const plain = ipaddr.process(address);
  const kind = plain.kind();
  return plain.range() === 'unicast' && !special[kind].check(plain.toString(), kind);
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
