import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Of a longer password only the beginning is tried: the time that takes grows faster than the length. */
const TRIED = 40;
/** Of how many readings of @ as a and 3 as e: each takes as long as a whole try. */
const READINGS = 10;
/** 10⁸ guesses or more (docs/decisions/0026). */
const STRONG = 3;

let loading: Promise<ZxcvbnFactory> | undefined;

/** The dictionaries are large: they are read when the first password is set. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const { warnings, ...words } = english.translations;
  const userInputs = KNOWN_IS_ALL;
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: { ...words, warnings: { ...warnings, userInputs } },
    l33tMaxSubstitutions: READINGS,
  });
}

/** So many characters must be there beside what is known. */
const LEFT = 6;
const KNOWN_IS_ALL = 'It is hardly more than a name, an e-mail or the company.';

const wordsOf = (text: string) => [text, ...text.split(/[^\p{L}\p{N}]+/u)].filter(Boolean);

/** What is left of a password without the words that a guesser knows, in letters and digits. */
function leftOf(password: string, words: readonly string[]): string {
  const known = words.filter(({ length }) => length >= 3).map((word) => word.toLowerCase());
  const left = known
    .sort((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ' '), password.toLowerCase());
  return left.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Why a password is easy to guess, as sentences, with `known` texts that a guesser tries first; undefined: it is not. */
export async function weaknessOf(
  password: string,
  known: readonly string[],
): Promise<string | undefined> {
  loading ??= load();
  const tried = password.normalize('NFKC').slice(0, TRIED);
  const words = known.flatMap(wordsOf);
  const { score, feedback } = (await loading).check(tried, words);
  const isKnown = words.length > 0 && leftOf(tried, words).length < LEFT;
  if (score >= STRONG && !isKnown) return undefined;
  const { warning, suggestions } = feedback;
  const said = [isKnown ? KNOWN_IS_ALL : warning, ...suggestions].filter(Boolean);
  return ['The password is too easy to guess.', ...said].join(' ');
}
