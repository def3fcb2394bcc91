/** Why a mail did not go, by the relay's code; codes that are not known here are shown as they are. */
const failures: Record<string, string> = {
  'no-address': 'The contact has no e-mail address.',
  'bad-address': 'The e-mail address is not one address.',
  suppressed:
    'The address is on the list of those that get no mail: it bounced, or asked for none.',
  expired: 'The link was too old before the mail server took the mail.',
  inactive: 'Whom it is for works here no more.',
  failed: 'It could not be put together',
  unconfirmed: 'The mail server never answered: it may have arrived.',
  rejected: 'The mail server refused it',
  'gave-up': 'The mail server could not be reached for too long',
};

/** Why a mail has not gone, as a sentence; null when nothing is said. */
export function mailWords(why: string | null | undefined): string | null {
  if (!why) return null;
  const at = why.indexOf(':');
  const [code, detail] = at < 0 ? [why, ''] : [why.slice(0, at), why.slice(at + 1)];
  if (code === 'render') return renderWords(detail);
  const words = failures[code];
  if (words === undefined) return `Because: ${why}.`;
  return detail === '' || words.endsWith('.') ? words : `${words} (${detail}).`;
}

function renderWords(variable: string): string {
  if (variable === '' || variable === 'template') return 'Its text cannot be made of the template.';
  if (variable === 'owner' || variable.startsWith('owner.'))
    return 'The deal has no owner to sign it.';
  return `Its text needs “${variable}”, which has no value.`;
}
