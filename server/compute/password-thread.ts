import { isGuessableHere } from '@/lib/access/check-password';

/** Looks whether a password is easy to guess, on a thread of its own. */
export default isGuessableHere;
