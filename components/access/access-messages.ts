import type { Unsent } from '@/components/outbox/leave-browser';

/** Whether a password is acceptable, and a message to show while it is typed. */
type PasswordMessage = { holds: boolean; message: string };

const [minLength, maxLength] = [10, 200];

/**
 * Checks a password's length (in code points); whether it is easy to guess is checked by the
 * server.
 */
export function passwordMessage(password: string): PasswordMessage {
  const { length } = [...password];
  if (length === 0)
    return {
      holds: false,
      message: `At least ${minLength} characters, not a common password and not your e-mail address. A few unrelated words do well.`,
    };
  if (length < minLength)
    return {
      holds: false,
      message: `${minLength - length} more ${minLength - length === 1 ? 'character' : 'characters'} needed.`,
    };
  if (length > maxLength)
    return {
      holds: false,
      message: `${length - maxLength} too many: at most ${maxLength} characters.`,
    };
  if (!password.isWellFormed())
    return { holds: false, message: 'It contains half of a character (a lone surrogate).' };
  if (new Set(password).size < 5)
    return {
      holds: true,
      message: 'Long enough, but with so few different characters too easy to guess.',
    };
  return length < 16
    ? { holds: true, message: 'Long enough. A longer one is harder to guess.' }
    : { holds: true, message: 'Long enough, and hard to guess if nobody has seen it.' };
}

/** Why signing in failed: a title, and what to do about it. */
export type SignInMessage = { title: string; detail: string };

const known: Record<string, SignInMessage> = {
  CredentialsSignin: {
    title: 'E-mail or password is wrong',
    detail: 'Nobody was signed in. Check both, then try again.',
  },
  'not-invited': {
    title: 'No account here belongs to that e-mail address',
    detail:
      'You can join Parallax by invitation: a manager of your project can send you a link. Or sign in with e-mail and password.',
  },
  'code-wrong': {
    title: 'The code is wrong, or was used already',
    detail: 'Nobody was signed in. Wait for the next code of the app, or enter a recovery code.',
  },
  'vouched-too-long-ago': {
    title: 'That took too long',
    detail:
      'Nobody was signed in. Go back to the sign-in page and sign in at the other site again.',
  },
  AccessDenied: {
    title: 'The other site did not confirm who you are',
    detail: 'Nobody was signed in. Try again there, or sign in with e-mail and password.',
  },
};

const elsewhere: SignInMessage = {
  title: 'Signing in through the other site did not work',
  detail: 'Nobody was signed in. Try again, or sign in with e-mail and password.',
};

const broken: SignInMessage = {
  title: 'Signing in did not work',
  detail: 'There was an error on the server. Please try again in a moment.',
};

function tooMany(seconds: number): SignInMessage {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return {
    title: 'Too many tries',
    detail: `Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again. Your password is unchanged.`,
  };
}

/**
 * The message for the `error` parameter that next-auth puts into an address; null where there is
 * none.
 */
export function signInMessage(error: string | string[] | null | undefined): SignInMessage | null {
  if (typeof error !== 'string' || error === '' || error === 'SessionRequired') return null;
  const seconds = /^too-many:(\d{1,6})$/.exec(error)?.[1];
  if (seconds !== undefined) return tooMany(Number(seconds));
  if (Object.hasOwn(known, error)) return known[error] ?? broken;
  return /^(?:OAuth|Callback|EmailCreateAccount)/.test(error) ? elsewhere : broken;
}

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];

/** A sentence that counts what has not reached the server. */
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
  return `Only in this browser: ${parts.join(', ')}.`;
}

/** The choices of how long a new token is valid, in days. */
export const tokenTerms = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'ever', label: 'Until I revoke it' },
];

/** When a token of this term expires, counted from `now`, as RFC 3339; null where it does not. */
export function endOfTerm(term: string, now: Date): string | null {
  const days = Number(term);
  return Number.isInteger(days) && days > 0
    ? new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString()
    : null;
}
