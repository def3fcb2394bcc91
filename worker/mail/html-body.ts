const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text as a mail's HTML part: paragraphs, line breaks and links; everything else is escaped. */
export function htmlBody(text: string): string {
  const paragraphs = text.trim().split(/\r?\n\s*\r?\n/);
  const body = paragraphs.map((p) => `<p>${linked(escape(p)).replace(/\r?\n/g, '<br>')}</p>`);
  return `<!doctype html><html><body style="font-family:sans-serif">${body.join('\n')}</body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

function linked(escaped: string): string {
  return escaped.replace(
    /https?:\/\/[^\s<]+[^\s<.,;:!?)]/g,
    (url) => `<a href="${url}">${url}</a>`,
  );
}
