/** What is to be said of a password while it is chosen, and whether it will be taken. */
export type PasswordMessage = { holds: boolean; message: string };

const [least, maxLength] = [10, 200];

/** Judges a password by its length; whether it is easy to guess, the server looks when it is sent. */
export function passwordMessage(password: string): PasswordMessage {
  const { length } = [...password];
  if (length === 0)
    return {
      holds: false,
      message: `At least ${least} characters, not a common password and not your e-mail address. A few unrelated words do well.`,
    };
  if (length < least)
    return {
      holds: false,
      message: `${least - length} more ${least - length === 1 ? 'character' : 'characters'} needed.`,
    };
  if (length > maxLength)
    return {
      holds: false,
      message: `${length - maxLength} too many: at most ${maxLength} characters.`,
    };
  if (!password.isWellFormed())
    return { holds: false, message: 'It has half of a character in it (a lone surrogate).' };
  if (new Set(password).size < 5)
    return {
      holds: true,
      message: 'Long enough, but with so few different characters too easy to guess.',
    };
  return length < 16
    ? { holds: true, message: 'Long enough. A longer one is harder to guess.' }
    : { holds: true, message: 'Long enough, and hard to guess if nobody has seen it.' };
}
