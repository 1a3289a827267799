import { sendToNextAuth } from './next-auth';

/** Ends this browser's session and shows the sign-in page. */
export async function signOut(): Promise<void> {
  await sendToNextAuth('signout');
  window.location.assign('/sign-in');
}
