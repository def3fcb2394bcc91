/** The customer as lists name them: 'Barbara Kowalczyk', 'Hotel Trzy Korony (Anna Maj)'. */
export function customerName(contact: { name: string; company: string | null }): string {
  return contact.company ? `${contact.company} (${contact.name})` : contact.name;
}
