/** Marks, embeddings, overrides and isolates that turn the direction of what stands around them. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Of these, the embeddings, overrides and isolates: they reach beyond the text they stand in. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const halves = /\p{Surrogate}/gu;

/** A text that cannot turn the direction of what stands around it: names that people have typed. */
export function withoutDirections(text: string): string {
  return text.replace(directions, '');
}

/**
 * A text as it may stand in a header of a mail: one line, no controls of direction, no halves of
 * characters, and nothing that a reader would decode as an encoded word (RFC 2047).
 */
export function headerText(text: string): string {
  const whole = withoutDirections(text).replace(halves, '\ufffd');
  return whole.replace(controls, ' ').replaceAll('=?', '= ?').trim();
}

/** Where a text turns the direction of what stands around it: the first such character. */
export function turningIn(text: string): { character: string; index: number } | undefined {
  const index = text.search(turning);
  return index < 0 ? undefined : { character: text.charAt(index), index };
}

/** A text that cannot turn what stands around it, with the marks that Hebrew and Arabic need. */
export function withoutTurning(text: string): string {
  return text.replace(turning, '');
}
