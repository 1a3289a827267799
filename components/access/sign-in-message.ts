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
