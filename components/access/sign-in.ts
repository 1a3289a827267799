import { ApiProblem } from '@/components/ui/api';
import { sendToNextAuth } from './next-auth';
import { nextPath } from './next-path';
import { signInWords } from './sign-in-words';

/** Signs in by e-mail and password in this browser; throws an ApiProblem that says why not. */
export async function signIn(email: string, password: string): Promise<void> {
  const onward = await sendToNextAuth('callback/credentials', { email, password });
  const words = signInWords(onward.searchParams.get('error'));
  if (words !== null) throw new ApiProblem(401, words.title, words.detail);
}

/** Comes in by another site's word and what is wanted beside it; answers where to go on to. */
export async function continueSignIn(fields: Record<string, string>): Promise<string> {
  const onward = await sendToNextAuth('callback/continue', fields);
  const words = signInWords(onward.searchParams.get('error'));
  if (words !== null) throw new ApiProblem(401, words.title, words.detail);
  return nextPath(`${onward.pathname}${onward.search}${onward.hash}`);
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
