import { ApiProblem } from '@/components/ui/api';
import { sendToNextAuth } from './next-auth';
import { nextPath } from './next-path';
import { signInMessage } from './sign-in-message';

/** Where to go on to; null where a code of the second factor is wanted first. Throws an ApiProblem that says why not. */
async function enter(path: string, fields: Record<string, string>): Promise<URL | null> {
  const sent = Object.entries(fields).filter(([name, value]) => name !== 'code' || value !== '');
  const onward = await sendToNextAuth(path, Object.fromEntries(sent));
  const error = onward.searchParams.get('error');
  if (error === 'code-needed') return null;
  const message = signInMessage(error);
  if (message !== null) throw new ApiProblem(401, message.title, message.detail);
  return onward;
}

/**
 * Signs in by e-mail and password in this browser; throws an ApiProblem that says why not. False
 * where both are right and a code of the second factor is wanted as well.
 */
export async function signIn(email: string, password: string, code = ''): Promise<boolean> {
  return (await enter('callback/credentials', { email, password, code })) !== null;
}

/** Comes in by another site's word and what is wanted beside it; answers where to go on to, as `enter` does. */
export async function continueSignIn(fields: Record<string, string>): Promise<string | null> {
  const onward = await enter('callback/continue', fields);
  return onward && nextPath(`${onward.pathname}${onward.search}${onward.hash}`);
}

/** Leaves for another site that says who this is, in the tab of `location`; comes back to the path `next`. */
export async function signInElsewhere(
  wayId: string,
  next: string,
  location: Location = window.location,
): Promise<void> {
  const onward = await sendToNextAuth(`signin/${wayId}`, { callbackUrl: next });
  location.assign(onward);
}
