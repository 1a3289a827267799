import type { Unsent } from '@/components/outbox/leave-browser';

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

/** Why signing in did not work, as a title and what to do about it. */
export type SignInMessage = { title: string; detail: string };

const known: Record<string, SignInMessage> = {
  CredentialsSignin: {
    title: 'E-mail or password is wrong',
    detail: 'Nobody was signed in. Check both, then try again.',
  },
  'not-invited': {
    title: 'No account here belongs to that e-mail address',
    detail:
      'Parallax is joined by invitation. Ask a manager of your project for a link, or sign in with e-mail and password.',
  },
  'code-wrong': {
    title: 'The code is wrong, or was used already',
    detail: 'Nobody was signed in. Wait for the next code of the app, or give a recovery code.',
  },
  'vouched-too-long-ago': {
    title: 'That took too long',
    detail:
      'Nobody was signed in. Go back to the sign-in page and sign in at the other site again.',
  },
  AccessDenied: {
    title: 'The other site did not say who you are',
    detail: 'Nobody was signed in. Try again there, or sign in with e-mail and password.',
  },
};

const elsewhere: SignInMessage = {
  title: 'Signing in through the other site did not work',
  detail: 'Nobody was signed in. Try again, or sign in with e-mail and password.',
};

const broken: SignInMessage = {
  title: 'Signing in did not work',
  detail: 'Something broke on our side. Please try again in a moment.',
};

function tooMany(seconds: number): SignInMessage {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return {
    title: 'Too many tries',
    detail: `Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again. Your password is as it was.`,
  };
}

/** The words for the error that next-auth names in an address; null when it names none. */
export function signInMessage(error: string | string[] | null | undefined): SignInMessage | null {
  if (typeof error !== 'string' || error === '' || error === 'SessionRequired') return null;
  const seconds = /^too-many:(\d{1,6})$/.exec(error)?.[1];
  if (seconds !== undefined) return tooMany(Number(seconds));
  if (Object.hasOwn(known, error)) return known[error] ?? broken;
  return /^(?:OAuth|Callback|EmailCreateAccount)/.test(error) ? elsewhere : broken;
}

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];

/** What has not reached the server, in a sentence. */
export function unsentMessage({ waiting, refused, decisions }: Unsent): string {
  const parts = [
    ...counted(waiting, 'change waits to be sent', 'changes wait to be sent'),
    ...counted(decisions, 'decision waits to be sent', 'decisions wait to be sent'),
    ...counted(
      refused,
      'change was not accepted and is kept for you to copy',
      'changes were not accepted and are kept for you to copy',
    ),
  ];
  return `In this browser alone: ${parts.join(', ')}.`;
}

/** How long a new token is to count: the choices, with their days; none for ever. */
export const tokenTerms = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'ever', label: 'Until I revoke it' },
];

/** When a token of this term ends, counted from `now`; null when it does not. */
export function endOfTerm(term: string, now: Date): string | null {
  const days = Number(term);
  return Number.isInteger(days) && days > 0
    ? new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString()
    : null;
}
