import { invalid } from '@/lib/refusal';

const leastPiece = 3;
/** So many letters beside pieces of the address, and a password is no longer near it. */
const enoughLetters = 4;

const squashed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether a password is an e-mail address, or pieces of it (what stands before the @, the words of it,
 * the host) with hardly anything but digits and signs added.
 */
export function isNearAddress(password: string, email: string): boolean {
  const [local = '', host = ''] = email.toLowerCase().split('@');
  const words = [...local.split(/[^\p{L}\p{N}]+/u), ...host.split('.')];
  const pieces = [email, local, host, ...words]
    .map(squashed)
    .filter((piece) => piece.length >= leastPiece && !/^\d+$/.test(piece))
    .sort((one, other) => other.length - one.length);
  const whole = squashed(password);
  let left = whole;
  for (const piece of pieces) left = left.replaceAll(piece, '');
  return left !== whole && left.replace(/\p{N}/gu, '').length < enoughLetters;
}

/** A password that somebody chooses, and what of theirs an attacker would try first. */
export type ChosenPassword = { password: string; personal: readonly string[] };

/** More of a password is not looked at: what takes its time is long, and a long one is not common. */
const maxLooked = 100;

/** Below so many guesses (by zxcvbn's estimate) a password counts as easy to guess. */
const enoughGuesses = 1_000_000;

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
 * Whether a password is a common one, or one with little changed: fewer than a million guesses by
 * zxcvbn’s estimate. Loads its lists with the first call, and computes on this thread.
 */
export async function isGuessableHere({ password, personal }: ChosenPassword): Promise<boolean> {
  estimator ??= load();
  const looked = password.normalize('NFKC').slice(0, maxLooked);
  return (await estimator).check(looked, [...personal]).guesses < enoughGuesses;
}

const held = globalThis as { parallaxGuessable?: typeof isGuessableHere };

/** As `isGuessableHere`, on the thread that the server has for it. */
export function isGuessable(chosen: ChosenPassword): Promise<boolean> {
  return (held.parallaxGuessable ?? isGuessableHere)(chosen);
}

/** Whose password it is to be. */
type Holder = { email: string; name: string };

/**
 * Refuses a password that its holder may not choose, though it is long enough: their e-mail address or
 * a form of it, a common one, or one with little changed.
 *
 * @param path Where the password stands in what was sent, for the refusal.
 * @throws {Refusal} `invalid`, with the reason in words.
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
