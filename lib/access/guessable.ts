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
