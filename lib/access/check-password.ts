import { invalid } from '@/lib/refusal';

/** Parts of the address shorter than this are not compared. */
const minPieceLength = 3;
/** A password with at least this many letters besides parts of the address is not near it. */
const minOtherLetters = 4;

const squashed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether a password consists of the e-mail address or parts of it (local part, its words, host), with
 * fewer than four other letters; digits and punctuation do not count. Case and width are ignored.
 */
export function isNearAddress(password: string, email: string): boolean {
  const [local = '', host = ''] = email.toLowerCase().split('@');
  const words = [...local.split(/[^\p{L}\p{N}]+/u), ...host.split('.')];
  const pieces = [email, local, host, ...words]
    .map(squashed)
    .filter((piece) => piece.length >= minPieceLength && !/^\d+$/.test(piece))
    .sort((one, other) => other.length - one.length);
  const whole = squashed(password);
  let left = whole;
  for (const piece of pieces) left = left.replaceAll(piece, '');
  return left !== whole && left.replace(/\p{N}/gu, '').length < minOtherLetters;
}

/** A new password with the personal words (names, e-mail address) that an attacker would try first. */
export type ChosenPassword = { password: string; personal: readonly string[] };

/** Only this many characters are estimated: zxcvbn takes long for long input, which is not common anyway. */
const maxEstimatedLength = 100;

/** A password with fewer guesses, by zxcvbn's estimate, counts as easy to guess. */
const minGuesses = 1_000_000;

type Estimator = { check(password: string, personal: string[]): { guesses: number } };

let estimator: Promise<Estimator> | undefined;

async function load(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}

/**
 * Whether a password is easy to guess: fewer than a million guesses by zxcvbn's estimate. Loads the
 * word lists with the first call and computes on the calling thread.
 */
export async function isGuessableHere({ password, personal }: ChosenPassword): Promise<boolean> {
  estimator ??= load();
  const looked = password.normalize('NFKC').slice(0, maxEstimatedLength);
  return (await estimator).check(looked, [...personal]).guesses < minGuesses;
}

const held = globalThis as { parallaxGuessable?: typeof isGuessableHere };

/** Like `isGuessableHere`, on the server's worker thread where there is one. */
export function isGuessable(chosen: ChosenPassword): Promise<boolean> {
  return (held.parallaxGuessable ?? isGuessableHere)(chosen);
}

/** The person whose password it will be. */
type Holder = { email: string; name: string };

/**
 * Refuses a password of sufficient length that is near the person's e-mail address or easy to guess.
 *
 * @param path - the path of the password in the input, for the refusal
 * @throws {Refusal} `invalid`, with the reason.
 */
export async function checkPassword(
  password: string,
  { email, name }: Holder,
  path = 'password',
): Promise<void> {
  if (isNearAddress(password, email))
    throw invalid(
      path,
      'This password is too much like the e-mail address. Nothing was changed; choose one that has nothing of it, such as a few unrelated words.',
    );
  const personal = ['parallax', name, ...name.split(/\s+/), email].filter((text) => text !== '');
  if (await isGuessable({ password, personal }))
    throw invalid(
      path,
      'This password is easy to guess: it is a common one, or one with little changed. Nothing was changed; choose another, such as a few unrelated words.',
    );
}
