import { isGuessableHere } from '@/lib/access/guessable';

/** Looks whether a password is easy to guess, on a thread of its own. */
export default isGuessableHere;
