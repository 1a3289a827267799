/** What is to be said of a password while it is chosen, and whether it will be taken. */
export type PasswordWords = { holds: boolean; words: string };

const [least, most] = [10, 200];

/** Judges a password by its length; whether it is easy to guess, the server looks when it is sent. */
export function passwordWords(password: string): PasswordWords {
  const { length } = [...password];
  if (length === 0)
    return {
      holds: false,
      words: `At least ${least} characters, not a common password and not your e-mail address. A few unrelated words do well.`,
    };
  if (length < least)
    return {
      holds: false,
      words: `${least - length} more ${least - length === 1 ? 'character' : 'characters'} needed.`,
    };
  if (length > most)
    return { holds: false, words: `${length - most} too many: at most ${most} characters.` };
  if (!password.isWellFormed())
    return { holds: false, words: 'It has half of a character in it (a lone surrogate).' };
  if (new Set(password).size < 5)
    return {
      holds: true,
      words: 'Long enough, but with so few different characters too easy to guess.',
    };
  return length < 16
    ? { holds: true, words: 'Long enough. A longer one is harder to guess.' }
    : { holds: true, words: 'Long enough, and hard to guess if nobody has seen it.' };
}
