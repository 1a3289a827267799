import { invalid } from '@/lib/refusal';
import { isGuessable } from './guessable';
import { isNearAddress } from './near-address';

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
