export type WebhookFault = 'placeholder' | 'malformed' | 'credentials' | 'insecure' | 'private';

/**
 * Where a webhook's address leads, by its text alone: `local` is the machine itself, for trying out. What a
 * name resolves to is looked at when it is called.
 */
export function webhookTarget(text: string): 'public' | 'local' | WebhookFault {
  if (/\{\{|\{%/.test(text)) return 'placeholder';
  if (!URL.canParse(text)) return 'malformed';
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return 'malformed';
  if (username || password) return 'credentials';
  if (hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.'))
    return 'local';
  if (isPrivate(hostname)) return 'private';
  return protocol === 'https:' ? 'public' : 'insecure';
}

/** The URL parser has brought every spelling of an IPv4 address into four decimal numbers. */
function isPrivate(host: string): boolean {
  if (host.startsWith('[')) return !/^\[[23]/.test(host) || host.startsWith('[2001:db8:');
  const [a, b] = host.split('.').map(Number) as [number, number];
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) {
    return (
      a === 0 ||
      a === 10 ||
      a >= 224 ||
      (a === 100 && b >= 64 && b < 128) ||
      (a === 169 && b === 254) ||
      (a === 172 && b >= 16 && b < 32) ||
      (a === 192 && b === 168) ||
      (a === 198 && (b === 18 || b === 19))
    );
  }
  const name = host.replace(/\.$/, '');
  return (
    !name.includes('.') || /\.(local|localhost|internal|intranet|lan|home|corp|test)$/.test(name)
  );
}
