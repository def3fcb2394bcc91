const LONGEST = 300;
const address = /[^\s@<>"'`]+@[^\s@<>"'`]+/g;

/**
 * What went wrong, in one line for a log or a row: the error's name or code and its message, without
 * addresses and without the arguments that Prisma prints before it.
 */
export function causeOf(error: unknown): string {
  const { name, code, message } = Object(error) as Record<string, unknown>;
  const said = typeof message === 'string' ? message : String(error);
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  // Prisma ends with the cause; what stands before it is our own call, with its values.
  const isPrisma = typeof name === 'string' && name.startsWith('Prisma');
  const line = (isPrisma ? lines.at(-1) : lines[0]) ?? '';
  const kind = typeof code === 'string' ? code : typeof name === 'string' ? name : 'Error';
  return clean(`${kind}: ${line.trim()}`);
}

/** Fit for a text column: no control characters, no half of a character at the cut. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = text.replace(address, '[hidden]').replace(/[\u0000-\u001f\u007f]+/g, ' ');
  return plain.slice(0, LONGEST).replace(/\p{Surrogate}/gu, '');
}
